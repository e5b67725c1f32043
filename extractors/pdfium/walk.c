/* Walks one page of pdfium's, character by character and object by object, writes what it finds into flat arrays, and
 * arranges it: characters to words and lines, strokes to rulings and nets of cells.
 *
 * The same as walk_slow.py does, without an interpreter between two calls. It includes no header of pdfium's or of
 * Python's: the functions come in as a table of addresses, in the order of the enums below (walk.py fills it), so that
 * any C compiler can build it: cc -O2 -shared -fPIC walk.c -o walk.so
 */
#include <stddef.h>
#include <stdint.h>

typedef struct { float left, top, right, bottom; } side_t;
typedef struct { float a, b, c, d, e, f; } matrix_t;

enum { CHAR_BOX, CHAR_CODE, CHAR_OBJECT, MATRIX, FILL_COLOR, RENDER_MODE, FONT,
       COUNT_OBJECTS, OBJECT_AT, COUNT_IN_FORM, OBJECT_IN_FORM, TYPE, BOUNDS, STROKE_COLOR, DRAW_MODE,
       COUNT_SEGMENTS, SEGMENT_AT, POINT, SEGMENT_TYPE, FONT_NAME, FONT_SIZE,
       CLIP, CLIP_PATHS, CLIP_SEGMENTS, CLIP_SEGMENT };

typedef int (*char_box_t)(void *, int, side_t *);
typedef unsigned (*char_code_t)(void *, int);
typedef void *(*char_object_t)(void *, int);
typedef int (*matrix_of_t)(void *, matrix_t *);
typedef int (*color_t)(void *, unsigned *, unsigned *, unsigned *, unsigned *);
typedef int (*whole_t)(void *);
typedef void *(*thing_t)(void *);
typedef void *(*item_t)(void *, int);
typedef void *(*form_item_t)(void *, unsigned long);
typedef int (*bounds_t)(void *, float *, float *, float *, float *);
typedef int (*mode_t_)(void *, int *, int *);
typedef int (*point_t)(void *, float *, float *);
typedef size_t (*name_t)(void *, char *, size_t);
typedef int (*size_t_)(void *, float *);
typedef int (*part_count_t)(void *, int);
typedef void *(*part_t)(void *, int, int);

/* A text object, at each place where the characters pass from one to another. */
typedef struct { float a, b; uint32_t color; int32_t mode, bold; } run_t;

/* A drawn thing: its box in the space of the page, what it is, how many points it has, how it is painted. */
typedef struct { float x0, y0, x1, y1; int32_t kind, points, filled, stroked; uint32_t fill, stroke; } shape_t;

enum { PATH_OBJECT = 2, IMAGE_OBJECT = 3, FORM_OBJECT = 5, MOVE_TO = 2, BEZIER_TO = 1 };
enum { DEEPEST_FORM = 8, FEWEST_POINTS = 2, RECTANGLE = 5, OTHER = 0 };

static uint32_t color_of(color_t read, void *thing) {
    unsigned r = 0, g = 0, b = 0, a = 0;
    if (!read(thing, &r, &g, &b, &a)) return 0xff;
    return (r << 24) | (g << 16) | (b << 8) | (a & 0xff);
}

enum { LONGEST_NAME = 128, KNOWN_FONTS = 16 };

static int has(const char *text, const char *part) {
    for (; *text; text++) {
        int same = 0;
        while (part[same] && (text[same] >= 'A' && text[same] <= 'Z' ? text[same] + 32 : text[same]) == part[same]) same++;
        if (!part[same]) return 1;
    }
    return 0;
}

static int is_bold(void **call, void *font) {
    char name[LONGEST_NAME + 1] = {0};
    ((name_t)call[FONT_NAME])(font, name, LONGEST_NAME);
    return has(name, "bold") || has(name, "black") || has(name, "heavy") || has(name, "demi");
}

/* The fonts of a page that were asked for their names, the oldest of them forgotten first. */
typedef struct { void *font[KNOWN_FONTS]; int bold[KNOWN_FONTS], known; } fonts_t;

static int bold_of(void **call, fonts_t *fonts, void *font) {
    for (int i = 0; i < fonts->known && i < KNOWN_FONTS; i++)
        if (fonts->font[i] == font) return fonts->bold[i];
    int place = fonts->known++ % KNOWN_FONTS;
    fonts->font[place] = font;
    return fonts->bold[place] = is_bold(call, font);
}

/* How high the type of a text object is, and whether its lines run up or down the page. */
typedef struct { double high, slant; int upright; } type_t;

/* A made italic is slanted by so much of its height; what stands below the base line is so much of it. */
static const double LEAST_SLANT = 0.1, MOST_SLANT = 1, BELOW = 0.2;

static type_t type_of(void **call, void *thing, const matrix_t *m) {
    float size = 0;
    ((size_t_)call[FONT_SIZE])(thing, &size);
    double c = m->c < 0 ? -(double)m->c : m->c, d = m->d < 0 ? -(double)m->d : m->d;
    double slant = m->b == 0 && m->d != 0 ? (double)m->c / m->d : 0;
    if ((slant < 0 ? -slant : slant) <= LEAST_SLANT || (slant < 0 ? -slant : slant) >= MOST_SLANT) slant = 0;
    return (type_t){size * (c > d ? c : d), slant, c <= d};
}

/* Some fonts claim more height than their type has; pdfium's box takes their word. It is brought to the height of the type,
 * around its middle, unless they differ so much that something else makes the difference (a form that enlarges its text).
 * Other fonts claim none at all: their signs stand as high as their type on the base line. */
static void fit(side_t *box, type_t type) {
    if (type.slant != 0) {  /* the overhang of its head and foot hides the white between words */
        double over = type.slant * ((double)box->top - box->bottom), left = box->left, right = box->right;
        double low = over > 0 ? BELOW * over : (BELOW - 1) * over, high = over > 0 ? (1 - BELOW) * over : -BELOW * over;
        if (left + low < right - high) box->left = (float)(left + low), box->right = (float)(right - high);
    }
    float *low = type.upright ? &box->bottom : &box->left, *top = type.upright ? &box->top : &box->right;
    double high = (double)*top - *low, middle = ((double)*top + *low) / 2;
    if (high < 0.3 * type.high) *top = (float)(*low + type.high);
    else if (high > 1.02 * type.high && high < 1.6 * type.high) *low = (float)(middle - type.high / 2), *top = (float)(middle + type.high / 2);
}

enum { MOST_CLIPS = 64 };

/* Within what a text object is seen: the boxes around its clip paths, as far as they overlap. A spreadsheet prints a text
 * that is too long for its cell in full, and clips it. Nothing is clipped (`whole`) where the object is not where its
 * first sign is: in a form that moves its text the clip is told in another space. */
typedef struct { float x0, y0, x1, y1; int whole; } clip_t;

static clip_t clip_of(void **call, void *thing, const side_t *first) {
    clip_t clip = {0, 0, 0, 0, 1};
    void *path = ((thing_t)call[CLIP])(thing);
    int count = path ? ((whole_t)call[CLIP_PATHS])(path) : 0;
    float left = 0, bottom = 0, right = 0, top = 0, high = first->top - first->bottom;
    if (count <= 0 || count > MOST_CLIPS || !((bounds_t)call[BOUNDS])(thing, &left, &bottom, &right, &top)) return clip;
    if (first->right < left - high || first->left > right + high || first->top < bottom - high || first->bottom > top + high) return clip;
    for (int i = 0; i < count; i++) {
        int segments = ((part_count_t)call[CLIP_SEGMENTS])(path, i);
        clip_t box = {0, 0, 0, 0, 1};
        for (int k = 0; k < segments && k < MOST_CLIPS; k++) {
            float x = 0, y = 0;
            ((point_t)call[POINT])(((part_t)call[CLIP_SEGMENT])(path, i, k), &x, &y);
            if (box.whole) box = (clip_t){x, y, x, y, 0};
            if (x < box.x0) box.x0 = x;
            if (x > box.x1) box.x1 = x;
            if (y < box.y0) box.y0 = y;
            if (y > box.y1) box.y1 = y;
        }
        if (box.whole || segments > MOST_CLIPS) continue;
        if (clip.whole) clip = box;
        if (box.x0 > clip.x0) clip.x0 = box.x0;
        if (box.y0 > clip.y0) clip.y0 = box.y0;
        if (box.x1 < clip.x1) clip.x1 = box.x1;
        if (box.y1 < clip.y1) clip.y1 = box.y1;
    }
    return clip;
}

static int is_clipped(const clip_t *clip, const side_t *box) {
    return !clip->whole && (box->left > clip->x1 || box->right < clip->x0 || box->bottom > clip->y1 || box->top < clip->y0);
}

/* Boxes, codes and the number of the run of each of the page's characters; gives the count of runs, at most `most`. */
int walk_text(void **call, void *page, int count, side_t *boxes, uint32_t *codes, int32_t *run_of, run_t *runs, int most) {
    void *before = NULL;
    fonts_t fonts = {.known = 0};
    type_t type = {0, 0, 1};
    clip_t clip = {0, 0, 0, 0, 1};
    int known = 0;
    for (int i = 0; i < count; i++) {
        ((char_box_t)call[CHAR_BOX])(page, i, &boxes[i]);
        codes[i] = ((char_code_t)call[CHAR_CODE])(page, i);
        void *thing = ((char_object_t)call[CHAR_OBJECT])(page, i);
        if (thing == NULL) { run_of[i] = -1; continue; }
        if ((thing != before || known == 0) && known < most) {
            matrix_t matrix = {1, 0, 0, 1, 0, 0};
            ((matrix_of_t)call[MATRIX])(thing, &matrix);
            run_t run = {matrix.a, matrix.b, color_of((color_t)call[FILL_COLOR], thing), ((whole_t)call[RENDER_MODE])(thing),
                         bold_of(call, &fonts, ((thing_t)call[FONT])(thing))};
            runs[known++] = run;
            type = type_of(call, thing, &matrix);
            clip = clip_of(call, thing, &boxes[i]);
            before = thing;
        }
        run_of[i] = is_clipped(&clip, &boxes[i]) ? -1 : known - 1;
        fit(&boxes[i], type);
    }
    return known;
}

typedef struct { void **call; shape_t *shapes; int known, most, left; } walk_t;

/* Places are reckoned in doubles and rounded once, when they are written, as Python does. */
typedef struct { double a, b, c, d, e, f; } exact_t;
typedef struct { double x0, y0, x1, y1; } box_t;

static exact_t exact(const matrix_t *m) { return (exact_t){m->a, m->b, m->c, m->d, m->e, m->f}; }

static box_t through(const exact_t *m, box_t box) {
    double xs[4] = {box.x0, box.x0, box.x1, box.x1}, ys[4] = {box.y0, box.y1, box.y0, box.y1};
    for (int i = 0; i < 4; i++) {
        double x = m->a * xs[i] + m->c * ys[i] + m->e, y = m->b * xs[i] + m->d * ys[i] + m->f;
        if (i == 0 || x < box.x0) box.x0 = x;
        if (i == 0 || x > box.x1) box.x1 = x;
        if (i == 0 || y < box.y0) box.y0 = y;
        if (i == 0 || y > box.y1) box.y1 = y;
    }
    return box;
}

static void keep(walk_t *walk, const exact_t *matrix, box_t box, shape_t shape) {
    if (matrix) box = through(matrix, box);
    shape.x0 = (float)box.x0, shape.y0 = (float)box.y0, shape.x1 = (float)box.x1, shape.y1 = (float)box.y1;
    if (walk->known < walk->most) walk->shapes[walk->known] = shape;
    walk->known++;
}

static double least_of(double a, double b) { return a < b ? a : b; }
static double most_of(double a, double b) { return a > b ? a : b; }
static int near(double a, double b) { return a - b < 0.1 && b - a < 0.1; }

/* A path of several subpaths: a rectangle among them is a box, another one that is stroked its straight pieces, paint of
 * another form the box around it. */
static void long_path(walk_t *walk, const exact_t *outer, void *path, shape_t shape, int count) {
    void **call = walk->call;
    matrix_t read = {1, 0, 0, 1, 0, 0};
    ((matrix_of_t)call[MATRIX])(path, &read);
    exact_t own = exact(&read);
    box_t whole = {0, 0, 0, 0};
    double last[2] = {0, 0};
    int points = 0, level = 1, curved = 0, pending = walk->known;
    for (int i = 0; i <= count; i++) {
        void *segment = i < count ? ((item_t)call[SEGMENT_AT])(path, i) : NULL;
        int kind = segment ? ((whole_t)call[SEGMENT_TYPE])(segment) : MOVE_TO;
        if (kind == MOVE_TO && points) {
            level = level && !curved && (points == RECTANGLE || points == RECTANGLE - 1);
            if (level || curved || !shape.stroked) {  /* its pieces give way to its box */
                walk->known = pending;
                shape.points = level ? RECTANGLE : OTHER;
                keep(walk, outer, whole, shape);
            }
            points = curved = 0, level = 1, pending = walk->known;
        }
        if (!segment) continue;
        float x = 0, y = 0;
        ((point_t)call[POINT])(segment, &x, &y);
        double at[2] = {own.a * x + own.c * y + own.e, own.b * x + own.d * y + own.f};
        if (kind == BEZIER_TO) curved = 1;
        if (points == 0) {
            whole.x0 = whole.x1 = at[0], whole.y0 = whole.y1 = at[1];
        } else {
            box_t piece = {least_of(at[0], last[0]), least_of(at[1], last[1]), most_of(at[0], last[0]), most_of(at[1], last[1])};
            shape.points = FEWEST_POINTS;
            if (!curved && shape.stroked) keep(walk, outer, piece, shape);
            level = level && (near(at[0], last[0]) || near(at[1], last[1]));
            if (at[0] < whole.x0) whole.x0 = at[0];
            if (at[0] > whole.x1) whole.x1 = at[0];
            if (at[1] < whole.y0) whole.y0 = at[1];
            if (at[1] > whole.y1) whole.y1 = at[1];
        }
        points++;
        last[0] = at[0], last[1] = at[1];
    }
}

static void walk_objects(walk_t *walk, void *container, int count, int in_form, const exact_t *matrix, int depth) {
    void **call = walk->call;
    for (int i = 0; i < count && walk->left > 0; i++, walk->left--) {
        void *thing = in_form ? ((form_item_t)call[OBJECT_IN_FORM])(container, (unsigned long)i) : ((item_t)call[OBJECT_AT])(container, i);
        int kind = thing ? ((whole_t)call[TYPE])(thing) : 0;
        if (kind == FORM_OBJECT && depth < DEEPEST_FORM) {
            matrix_t read = {1, 0, 0, 1, 0, 0};
            ((matrix_of_t)call[MATRIX])(thing, &read);
            exact_t m = exact(&read), o = matrix ? *matrix : (exact_t){1, 0, 0, 1, 0, 0};
            exact_t both = {m.a * o.a + m.b * o.c, m.a * o.b + m.b * o.d, m.c * o.a + m.d * o.c, m.c * o.b + m.d * o.d,
                             m.e * o.a + m.f * o.c + o.e, m.e * o.b + m.f * o.d + o.f};
            walk_objects(walk, thing, ((whole_t)call[COUNT_IN_FORM])(thing), 1, &both, depth + 1);
        }
        if (kind != PATH_OBJECT && kind != IMAGE_OBJECT) continue;
        shape_t shape = {0, 0, 0, 0, kind, 0, 0, 0, 0, 0};
        ((bounds_t)call[BOUNDS])(thing, &shape.x0, &shape.y0, &shape.x1, &shape.y1);
        if (kind == PATH_OBJECT) {
            ((mode_t_)call[DRAW_MODE])(thing, &shape.filled, &shape.stroked);
            if (!shape.filled && !shape.stroked) continue;
            shape.points = ((whole_t)call[COUNT_SEGMENTS])(thing);
            shape.fill = color_of((color_t)call[FILL_COLOR], thing);
            if (shape.stroked) shape.stroke = color_of((color_t)call[STROKE_COLOR], thing);
            if (shape.points != FEWEST_POINTS && shape.points != RECTANGLE && shape.points != RECTANGLE - 1) {
                long_path(walk, matrix, thing, shape, shape.points);
                continue;
            }
        }
        keep(walk, matrix, (box_t){shape.x0, shape.y0, shape.x1, shape.y1}, shape);
    }
}

/* What is drawn on the page, in forms too; gives how many shapes there are, of which the first `most` are written. */
int walk_drawn(void **call, void *page, shape_t *shapes, int most, int most_objects) {
    walk_t walk = {call, shapes, 0, most, most_objects};
    walk_objects(&walk, page, ((whole_t)call[COUNT_OBJECTS])(page), 0, NULL, 0);
    return walk.known;
}

/* ------------------------------------------------------------------ manners */

enum { WHITE = 247, INVISIBLE = 3, UPRIGHT = 4 };

static int is_white(uint32_t color) {
    return color >> 24 >= WHITE && ((color >> 16) & 0xff) >= WHITE && ((color >> 8) & 0xff) >= WHITE;
}

/* Quarter turns clockwise that make the text stand upright on a page that is shown with so many; -1 for text across it. */
static int lean_of(const run_t *run, int turns) {
    float wide = run->a < 0 ? -run->a : run->a, high = run->b < 0 ? -run->b : run->b;
    float least = wide < high ? wide : high, most = wide < high ? high : wide;
    if (least > 0.1f * most) return -1;
    int lean = wide >= high ? (run->a >= 0 ? 0 : 2) : (run->b > 0 ? 1 : 3);
    return (lean - turns + UPRIGHT) % UPRIGHT;
}

/* How each run is set: its lean (-1: not to be read) once the page is turned so that most of its text is upright, whether it
 * is bold, whether it is white. `said` takes the page's turn, whether any run leans then, whether any is white. */
void walk_manners(int count, const uint32_t *codes, const int32_t *run_of, int known, const run_t *runs, int turns, int unseen,
                  int8_t *leans, uint8_t *bold, uint8_t *white, int32_t *said) {
    int64_t lengths[UPRIGHT] = {0};
    int turn = 0;
    said[1] = said[2] = 0;
    for (int i = 0; i < known; i++) {
        leans[i] = (int8_t)(unseen && runs[i].mode == INVISIBLE ? -1 : lean_of(&runs[i], turns));
        bold[i] = (uint8_t)runs[i].bold;
        white[i] = (uint8_t)is_white(runs[i].color);
        said[2] |= white[i];
    }
    for (int i = 0; i < count; i++)
        if (run_of[i] >= 0 && leans[run_of[i]] >= 0 && codes[i] > ' ') lengths[leans[run_of[i]]]++;
    for (int i = 1; i < UPRIGHT; i++)
        if (lengths[i] > lengths[turn]) turn = i;
    for (int i = 0; i < known; i++) {
        if (leans[i] >= 0) leans[i] = (int8_t)((leans[i] - turn + UPRIGHT) % UPRIGHT);
        said[1] |= leans[i] > 0;
    }
    said[0] = turn;
}

/* ------------------------------------------------------------------ words */

/* A run of glyphs without white between them: its box where it stands upright, its first glyph and its end among those that
 * were kept, how many of them are bold and how many are digits, how many quarter turns it leans, and how it is tied to the word on its left. */
typedef struct { double x0, y0, x1, y1; int32_t start, end, bold, digits, turn, tie; } word_t;

/* What the page and the words are measured by; walk.py fills it. */
typedef struct { double left, top, width, height;
                 double word_gap, made_gap, space_gap, drift, back, twice, most_twice, figure_gap, most_spread;
                 int32_t turns, leaning; } measure_t;

/* Ties: a figure goes on after white that is no printed space; the word is small and raised beside what it follows. */
enum { CLOSE_FIGURE = 1, RAISED = 2 };
enum { FEWEST_SPREAD = 3 };
/* Shares of the larger type: what is lower than the first, and stands the second higher or lower, is a mark. */
static const double SMALL = 0.8, RISE = 0.15;

enum { BLANK = 32, HYPHEN = 0x2d, LINE_HYPHEN = 2, SOFT_HYPHEN = 0xad, NO_BREAK = 0xa0, LOST = 0xfffd };

static uint32_t cleaned(uint32_t code) {
    if (code > 126 || code < BLANK) {
        if (code == LINE_HYPHEN || code == SOFT_HYPHEN) return HYPHEN;
        if (code < BLANK || code == NO_BREAK || (code >= 127 && code < 160)) return BLANK;
        if ((code >= 0xd800 && code < 0xe000) || code == 0xfffe || code == 0xffff || code > 0x10ffff) return LOST;
    }
    return code;
}

/* The box (x0, y0, x1, y1) after so many quarter turns clockwise of a page of this size. */
static void turn(double *box, int turns, double width, double height) {
    double x0 = box[0], y0 = box[1], x1 = box[2], y1 = box[3];
    if (turns == 1) box[0] = height - y1, box[1] = x0, box[2] = height - y0, box[3] = x1;
    if (turns == 2) box[0] = width - x1, box[1] = height - y1, box[2] = width - x0, box[3] = height - y0;
    if (turns == 3) box[0] = y0, box[1] = width - x1, box[2] = y1, box[3] = width - x0;
}

static double apart(double a, double b) { return a > b ? a - b : b - a; }

/* The page's characters, where words are cut. */
typedef struct { int count; const side_t *sides; const uint32_t *codes; const int32_t *run_of; const measure_t *m; } text_t;

/* Where a character is on the page as printed. */
static void put_place(const text_t *t, int i, double *box) {
    const measure_t *m = t->m;
    const side_t *side = &t->sides[i];
    box[0] = side->left - m->left, box[1] = m->top - side->top, box[2] = side->right - m->left, box[3] = m->top - side->bottom;
    turn(box, m->turns, m->width, m->height);
}

/* The box where its text stands upright. */
static void put_flow(const measure_t *m, int lean, const double *box, double *flow) {
    int odd = m->turns % 2;
    for (int k = 0; k < 4; k++) flow[k] = box[k];
    turn(flow, lean, odd ? m->height : m->width, odd ? m->width : m->height);
}

static double height_of(const double *flow) { return most_of(flow[3] - flow[1], 1); }
static int is_digit(uint32_t code) { return code >= '0' && code <= '9'; }
static int is_figure(uint32_t code) { return is_digit(code) || code == '.' || code == ','; }

/* How far apart the glyphs of a text object are all set, if they are: that is no white between words. What says no letter and no
 * point is rather several figures. */
static double spread_of(const text_t *t, int run, int i, int lean) {
    double spread = 0, size = 1, last[4] = {0}, box[4], flow[4];
    int pairs = 0, worded = 0, any = 0, blank = 0;
    while (i > 0 && (t->run_of[i - 1] < 0 || t->run_of[i - 1] == run)) i--;
    for (; i < t->count && (t->run_of[i] < 0 || t->run_of[i] == run); i++) {
        if (t->run_of[i] < 0) continue;
        uint32_t code = cleaned(t->codes[i]);
        put_place(t, i, box);
        put_flow(t->m, lean, box, flow);
        if (code == BLANK) { blank |= flow[2] > flow[0]; continue; }
        if (any && !blank) {
            double gap = flow[0] - last[2];
            size = least_of(height_of(flow), height_of(last));
            if (gap <= t->m->word_gap * size) return 0;
            spread = pairs++ ? least_of(spread, gap) : gap;
        }
        worded |= !is_digit(code);
        any = 1, blank = 0;
        for (int k = 0; k < 4; k++) last[k] = flow[k];
    }
    return pairs >= FEWEST_SPREAD && worded && spread <= t->m->most_spread * size ? spread : 0;
}

/* The words of a page. `leans` and `bold` are of the runs (a lean of -1: not to be read), `hidden` of the characters or NULL.
 * `places` and `signs` take the glyphs that are kept, on the sheet; `counted` takes how many there are, and how many with the
 * spaces. Gives how many words there are. Several signs in one place are one glyph, a ligature. A space without width is one
 * that pdfium made up; between two digits it says nothing. */
int walk_words(int count, const side_t *sides, const uint32_t *codes, const int32_t *run_of, const int8_t *leans, const uint8_t *bold,
               const uint8_t *hidden, const measure_t *m, double *places, uint32_t *signs, word_t *words, int32_t *counted) {
    int kept = 0, printed = 0, known = 0;
    int odd = m->turns % 2;
    double wide = odd ? m->height : m->width, high = odd ? m->width : m->height;
    text_t text = {count, sides, codes, run_of, m};
    for (int lean = 0; lean < (m->leaning ? 4 : 1); lean++) {
        int blank = 0, made = 0, any = 0, before_run = -1, last_run = -1, spread_run = -1;
        uint32_t before_code = 0, last_code = 0;
        double before[4] = {0}, last[4] = {0}, spread = 0;
        word_t *word = NULL;
        for (int i = 0; i < count; i++) {
            int run = run_of[i];
            if (run < 0) { made |= codes[i] == BLANK; continue; }
            if (leans[run] != lean || (hidden && hidden[i])) continue;
            uint32_t code = cleaned(codes[i]);
            double box[4], flow[4];
            put_place(&text, i, box);
            if (!(box[2] > 0 && box[3] > 0 && box[0] < wide && box[1] < high)) continue;
            printed++;
            put_flow(m, lean, box, flow);
            if (code == BLANK) {
                if (flow[2] > flow[0]) blank = 1;
                else made = 1;
                continue;
            }
            int same = any && run == before_run;
            for (int k = 0; k < 4; k++) same &= flow[k] == before[k];
            int again = any && !same && code == before_code;
            if (again) {
                double reach = least_of(m->most_twice, m->twice * (before[3] - before[1]));
                again = most_of(apart(flow[0], before[0]), apart(flow[1], before[1])) < reach;
            }
            before_code = code, before_run = run, any = 1;
            for (int k = 0; k < 4; k++) before[k] = flow[k];
            if (again) continue;
            int anew = word == NULL, tie = 0;
            if (!anew && !same) {
                double height = height_of(flow), last_height = height_of(last), least = least_of(height, last_height);
                double greatest = most_of(height, last_height), gap = flow[0] - last[2], drift = apart(flow[3], last[3]);
                int within = run == last_run && !blank;
                if (within && gap > m->word_gap * least) {
                    if (spread_run != run) spread_run = run, spread = spread_of(&text, run, i, lean);
                    gap -= spread;
                }
                double most = blank ? m->space_gap : made && !(is_digit(code) && is_digit(last_code)) ? m->made_gap : m->word_gap;
                int off = drift > m->drift * least || (least < SMALL * greatest && drift > RISE * greatest) || gap < -m->back * least;
                anew = off || gap > most * least;
                tie = !off && within && gap <= m->figure_gap * least && is_figure(code) && is_figure(last_code) ? CLOSE_FIGURE : 0;
            }
            if (anew) {
                word = &words[known++];
                *word = (word_t){flow[0], flow[1], flow[2], flow[3], kept, kept, 0, 0, lean, tie};
            }
            word->x0 = least_of(word->x0, flow[0]), word->y0 = least_of(word->y0, flow[1]);
            word->x1 = most_of(word->x1, flow[2]), word->y1 = most_of(word->y1, flow[3]);
            word->end = kept + 1;
            word->bold += bold[run];
            word->digits += is_digit(code);
            for (int k = 0; k < 4; k++) places[4 * kept + k] = box[k], last[k] = flow[k];
            signs[kept++] = code;
            last_run = run, last_code = code;
            blank = made = 0;
        }
    }
    counted[0] = kept, counted[1] = printed;
    return known;
}

/* ------------------------------------------------------------------ lines */

/* A box to be sorted: by its group, then by its middle, then by its left edge; `place` is where it stood. */
typedef struct { double middle, left, upper, lower; int64_t group; int64_t place; } spot_t;

static int is_before(const spot_t *a, const spot_t *b) {
    if (a->group != b->group) return a->group < b->group;
    if (a->middle != b->middle) return a->middle < b->middle;
    return a->left < b->left;
}

/* Merges what is in order up to the middle and from there; `spare` has room for as many. */
static void merge(spot_t *spots, int64_t middle, int64_t count, spot_t *spare) {
    int64_t one = 0, other = middle, out = 0;
    for (int64_t i = 0; i < middle; i++) spare[i] = spots[i];
    while (one < middle && other < count) spots[out++] = is_before(&spots[other], &spare[one]) ? spots[other++] : spare[one++];
    while (one < middle) spots[out++] = spare[one++];
}

/* In order; those that are alike stay as they stood. Words come nearly sorted, so that few pieces are ever moved. */
static void sort(spot_t *spots, int64_t count, spot_t *spare) {
    for (int64_t size = 1; size < count; size *= 2)
        for (int64_t start = 0; start + size < count; start += 2 * size)
            if (is_before(&spots[start + size], &spots[start + size - 1]))
                merge(spots + start, size, 2 * size < count - start ? 2 * size : count - start, spare);
}

enum { NO_LINE = -1 };
static const double OVERLAP = 0.5, LEAST_HEIGHT = 0.1;

/* Less than half of the lower one's height is common, or they are of two groups. */
static int are_apart(const spot_t *a, const spot_t *b) {
    double common = least_of(a->lower, b->lower) - most_of(a->upper, b->upper);
    double height = most_of(least_of(a->lower - a->upper, b->lower - b->upper), LEAST_HEIGHT);
    return a->group != b->group || common < OVERLAP * height;
}

/* Sorts the spots into lines and each line from left to right; a spot's group then is its line. Each shares half of its height with
 * the one before it, and with the first of its line too: else words stand on steps, and it is the first alone that tells. */
static void in_lines(spot_t *spots, int64_t count, spot_t *spare) {
    sort(spots, count, spare);
    int steps = 0;
    for (int64_t i = 0, first = 0; i < count && !steps; i++) {
        if (i > 0 && are_apart(&spots[i], &spots[i - 1])) first = i;
        steps = are_apart(&spots[i], &spots[first]);  /* what has no height is apart from itself */
    }
    spot_t first = {0}, before = {0};
    for (int64_t i = 0, line = NO_LINE; i < count; i++) {
        spot_t spot = spots[i];
        if (i == 0 || are_apart(&spot, steps ? &first : &before)) first = spot, line++;
        before = spot;
        spots[i].group = line, spots[i].middle = 0;
    }
    sort(spots, count, spare);
}

static void put_spot(spot_t *spot, const double *box, int64_t group, int64_t place) {
    *spot = (spot_t){box[1] + box[3], box[0], box[1], box[3], group, place};
}

/* The order in which boxes are read, and the number of the line of each; `groups` may be NULL. `spots` has room for two a box. */
void walk_lines(int count, const double *boxes, const int64_t *groups, spot_t *spots, int64_t *order, int64_t *lines) {
    for (int i = 0; i < count; i++) put_spot(&spots[i], boxes + 4 * i, groups ? groups[i] : 0, i);
    in_lines(spots, count, spots + count);
    for (int i = 0; i < count; i++) order[i] = spots[i].place, lines[i] = spots[i].group;
}

/* Shares of the type size: how far apart a word printed twice may be, and how two pieces of one may stand. */
typedef struct { double twice, space_gap, back, drift; } reach_t;

static int is_double(const word_t *a, const word_t *b, const reach_t *reach) {
    double most = reach->twice * least_of(a->y1 - a->y0, b->y1 - b->y0);
    return a->end - a->start == b->end - b->start && apart(a->x0, b->x0) < most && apart(a->y0, b->y0) < most
        && apart(a->x1, b->x1) < most && apart(a->y1, b->y1) < most;
}

static int touches(const word_t *a, const word_t *b, const reach_t *reach) {
    double size = least_of(a->y1 - a->y0, b->y1 - b->y0), gap = b->x0 - a->x1;
    return gap <= reach->space_gap * size && gap > -reach->back * size && apart(a->y1, b->y1) <= reach->drift * size;
}

/* Small and raised, right beside the word on its left. */
static int is_raised(const word_t *a, const word_t *b) {
    double size = a->y1 - a->y0, gap = b->x0 - a->x1;
    return b->y1 - b->y0 < SMALL * size && a->y1 - b->y1 > RISE * size && gap <= RISE * size && gap >= -RISE * size;
}

/* The words in the order in which they are read, without those printed twice, and the line of each. `firsts` takes where a word
 * begins, if those that touch are one. `counted` takes how many words are left, and how many if those that touch are one. */
void walk_written(int count, const word_t *words, const reach_t *reach, spot_t *spots, word_t *out, int64_t *lines, int64_t *firsts,
                  int32_t *counted) {
    int kept = 0, whole = 0;
    for (int i = 0; i < count; i++) put_spot(&spots[i], &words[i].x0, words[i].turn, i);
    in_lines(spots, count, spots + count);
    for (int i = 0; i < count; i++) {
        const word_t *word = &words[spots[i].place];
        int together = i > 0 && spots[i].group == spots[i - 1].group;
        if (together && is_double(&words[spots[i - 1].place], word, reach)) continue;
        if (!(kept > 0 && lines[kept - 1] == spots[i].group && touches(&out[kept - 1], word, reach))) firsts[whole++] = kept;
        lines[kept] = spots[i].group;
        out[kept] = *word;
        if (kept > 0 && lines[kept - 1] == lines[kept] && is_raised(&out[kept - 1], word)) out[kept].tie |= RAISED;
        kept++;
    }
    counted[0] = kept, counted[1] = whole;
}

/* ------------------------------------------------------------------ shapes */

enum { LINE_POINTS = 2, LIGHT = 3 * 178 };
static const double THICKEST_RULE = 3.0, SHORTEST_RULE = 0.5;

static int is_unseen(uint32_t color) { return is_white(color) || (color & 0xff) == 0; }
static int is_light(uint32_t color) { return (color >> 24) + ((color >> 16) & 0xff) + ((color >> 8) & 0xff) > LIGHT; }

/* A set of colours that are not 0, which none that is light is: as many places as `mask` + 1, a power of two. */
static uint32_t *place_of(uint32_t *set, uint32_t mask, uint32_t color) {
    uint32_t place = (color * 2654435761u) >> 8;
    while (set[place & mask] && set[place & mask] != color) place++;
    return &set[place & mask];
}

/* What a shape can be: with room for thickness, paint, a ruling, a frame of four. */
typedef struct { double box[4]; int thin, filled, stroked, level; } look_t;

static look_t look_at(const shape_t *s) {
    look_t look = {{s->x0, s->y0, s->x1, s->y1}, 0, s->filled > 0 && !is_unseen(s->fill), s->stroked > 0 && !is_unseen(s->stroke), 0};
    double wide = look.box[2] - look.box[0], high = look.box[3] - look.box[1];
    look.thin = wide == wide && high == high && least_of(wide, high) <= THICKEST_RULE;
    look.level = wide >= high;
    return look;
}

static int is_painted(const look_t *look, const shape_t *s) { return !look->thin && look->filled && s->points != LINE_POINTS; }

/* The page's visible part, and how many quarter turns it is shown with. */
typedef struct { double left, top, width, height, turns; } page_t;

static void put_box(double *out, double x0, double y0, double x1, double y1, const page_t *page) {
    out[0] = x0 - page->left, out[1] = page->top - y1, out[2] = x1 - page->left, out[3] = page->top - y0;
    turn(out, (int)page->turns, page->width, page->height);
}

/* The boxes of rulings (without thickness), of paint that is not white and of pictures, on the page as printed. `rules` has room
 * for four a shape; `tints` is a set of colours, empty. `counted` takes how many there are of each. */
void walk_sorted(int count, const shape_t *shapes, const page_t *page, uint32_t *tints, uint32_t mask, double *rules, double *fills,
                 double *images, int32_t *counted) {
    int ruled = 0, painted = 0, pictures = 0, framed = 0;
    for (int i = 0; i < count; i++) {
        const shape_t *s = &shapes[i];
        look_t look = look_at(s);
        double *b = look.box;
        if (s->kind == IMAGE_OBJECT) put_box(images + 4 * pictures++, b[0], b[1], b[2], b[3], page);
        framed += !look.thin && look.stroked;
        if (!is_painted(&look, s)) continue;
        put_box(fills + 4 * painted++, b[0], b[1], b[2], b[3], page);
        if (is_light(s->fill)) *place_of(tints, mask, s->fill) = s->fill;
    }
    for (int i = 0; i < count; i++) {
        const shape_t *s = &shapes[i];
        look_t look = look_at(s);
        double *b = look.box, x = (b[0] + b[2]) / 2, y = (b[1] + b[3]) / 2;
        int inked = look.filled && !(s->fill && *place_of(tints, mask, s->fill));  /* a narrow piece of a tint is a cell's margin */
        if (!look.thin || !(inked || look.stroked) || most_of(b[2] - b[0], b[3] - b[1]) < SHORTEST_RULE) continue;
        if (look.level) put_box(rules + 4 * ruled++, b[0], y, b[2], y, page);
        else put_box(rules + 4 * ruled++, x, b[1], x, b[3], page);
    }
    for (int side = 0; side < 4 && framed; side++) {
        for (int i = 0; i < count; i++) {
            const shape_t *s = &shapes[i];
            if (!s->stroked || (s->points != RECTANGLE && s->points != RECTANGLE - 1)) continue;
            look_t look = look_at(s);
            if (look.thin || !look.stroked) continue;
            double *b = look.box;
            if (side < 2) put_box(rules + 4 * ruled++, b[0], b[2 * side + 1], b[2], b[2 * side + 1], page);
            else put_box(rules + 4 * ruled++, b[2 * side - 4], b[1], b[2 * side - 4], b[3], page);
        }
    }
    counted[0] = ruled, counted[1] = painted, counted[2] = pictures;
}

/* ------------------------------------------------------------------ rulings */

/* Parallel rulings nearer than `snap` are one, at their mean, and pieces nearer than `join` along them are one. A row is where one
 * stands across, where it begins, where it ends. Gives how many are left; `means` has room for as many as there are. */
int walk_whole(int count, const double *rules, double snap, double join, double shortest, double far, spot_t *spots, double *means,
               double *out) {
    for (int i = 0; i < count; i++) spots[i] = (spot_t){rules[3 * i], 0, rules[3 * i + 1], rules[3 * i + 2], 0, i};
    sort(spots, count, spots + count);
    for (int i = 0, group = 0; i < count; group++) {
        double first = spots[i].middle, rest = 0;
        int start = i;
        do {
            if (i > start) rest += spots[i].middle;
            spots[i].group = group;
        } while (++i < count && spots[i].middle - spots[i - 1].middle <= snap);
        means[group] = (first + rest) / (i - start);
    }
    for (int i = 0; i < count; i++) spots[i].middle = spots[i].upper;
    sort(spots, count, spots + count);
    int kept = 0;
    double reached = 0;
    for (int i = 0; i < count;) {
        double *whole = out + 3 * kept;
        int64_t group = spots[i].group;
        whole[0] = means[group], whole[1] = spots[i].upper, whole[2] = spots[i].lower;
        for (int first = i; i < count; i++) {
            double moved = far * (double)group;
            if (i > first && (spots[i].group != group || spots[i].upper > reached - moved + join)) break;
            if (i == 0 || spots[i].lower + moved > reached) reached = spots[i].lower + moved;
            whole[2] = most_of(whole[2], spots[i].lower);
        }
        kept += whole[2] - whole[1] >= shortest;
    }
    return kept;
}

/* ------------------------------------------------------------------ grids */

/* For each level and each upright ruling the first level one of its grid: what hangs together by crossings. An upright one that
 * meets none has the count of the level ones. */
void walk_tied(int flats, int uprights, const uint8_t *meets, int64_t *across, int64_t *down) {
    for (int i = 0; i < flats; i++) across[i] = i;
    for (int j = 0; j < uprights; j++) down[j] = flats;
    for (int moved = 1; moved;) {
        moved = 0;
        for (int i = 0; i < flats; i++) {
            for (int j = 0; j < uprights; j++) {
                if (!meets[(int64_t)i * uprights + j] || across[i] == down[j]) continue;
                if (across[i] < down[j]) down[j] = across[i];
                else across[i] = down[j];
                moved = 1;
            }
        }
    }
}

/* The distinct edges among where rulings stand across; near ones become one, at their middle. Rulings come in order. */
static int levels_of(int count, const double *rules, double same, double *out) {
    int known = 0;
    double low = 0, high = 0;
    for (int i = 0; i < count; i++) {
        double value = rules[3 * i];
        if (known && value - low <= same) high = value;
        else low = high = value, known++;
        out[known - 1] = (low + high) / 2;
    }
    return known;
}

/* For each level and each piece between two stops, whether a ruling is drawn there; one that ends near a stop reaches it. */
static void draw(int count, const double *rules, int levels, const double *across, int stops, const double *along, double reach,
                 uint8_t *drawn) {
    for (int i = 0; i < levels * (stops - 1); i++) drawn[i] = 0;
    for (int i = 0; i < count; i++) {
        const double *rule = rules + 3 * i;
        int at = 0;
        while (at + 1 < levels && (across[at + 1] + across[at]) / 2 < rule[0]) at++;
        for (int piece = 0; piece + 1 < stops; piece++)
            if (along[piece] >= rule[1] - reach && along[piece + 1] <= rule[2] + reach) drawn[at * (stops - 1) + piece] = 1;
    }
}

/* The net of rulings that hang together: column and row edges; the level pieces above each square, row by row, and the upright
 * ones to its left, column by column, with those of the last edges; the first square of each square's cell. `said` takes how many
 * edges there are of each kind; whether squares without a ruling between them are of two cells; whether the net's own frame has a
 * hole; whether no cell begins at some edge. */
void walk_net(int flats, const double *flat, int uprights, const double *upright, double same_column, double same_row, double reach,
              double *xs, double *ys, uint8_t *level, uint8_t *erect, int64_t *owner, int32_t *said) {
    int columns = levels_of(uprights, upright, same_column, xs) - 1, rows = levels_of(flats, flat, same_row, ys) - 1;
    said[0] = columns + 1, said[1] = rows + 1, said[2] = said[3] = said[4] = 0;
    if (columns < 1 || rows < 1) return;
    draw(flats, flat, rows + 1, ys, columns + 1, xs, reach, level);
    draw(uprights, upright, columns + 1, xs, rows + 1, ys, reach, erect);
    for (int row = 0; row < rows; row++) {
        int parted = row == 0;
        for (int column = 0; column < columns; column++) {
            int64_t *own = owner + row * columns + column;
            int over = row > 0 && !level[row * columns + column], beside = column > 0 && !erect[column * rows + row];
            *own = (over ? own[-columns] / columns : row) * columns + (beside ? own[-1] % columns : column);
            said[2] |= (over && *own != own[-columns]) || (beside && *own != own[-1]);
            parted |= row > 0 && *own != own[-columns];
        }
        said[3] |= !erect[row] || !erect[columns * rows + row];
        said[4] |= !parted;
    }
    for (int column = 0; column < columns; column++) {
        int parted = column == 0;
        for (int row = 0; row < rows && !parted; row++) parted = owner[row * columns + column] != owner[row * columns + column - 1];
        said[3] |= !level[column] || !level[rows * columns + column];
        said[4] |= !parted;
    }
}
