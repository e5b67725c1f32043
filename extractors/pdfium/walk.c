/* Walks one page of pdfium's, character by character and object by object, and writes what it finds into flat arrays.
 *
 * The same as walk_slow.py does, without an interpreter between two calls. The functions of pdfium's come in as a table of
 * addresses, in the order of the enum below (walk.py fills it). What was found is arranged by walk_words.c (characters to words),
 * walk_lines.c (words to lines) and walk_nets.c (strokes to rulings and nets of cells).
 */
#include "walk.h"

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
