/* Walks one page of pdfium's, character by character and object by object, and writes what it finds into flat arrays.
 *
 * The same walk as walk_slow.py makes, without an interpreter between two calls. It includes no header of pdfium's or of
 * Python's: the functions come in as a table of addresses, in the order of the enums below (walk.py fills it), so that
 * any C compiler can build it: cc -O2 -shared -fPIC walk.c -o walk.so
 */
#include <stddef.h>
#include <stdint.h>

typedef struct { float left, top, right, bottom; } side_t;
typedef struct { float a, b, c, d, e, f; } matrix_t;

enum { CHAR_BOX, CHAR_CODE, CHAR_OBJECT, MATRIX, FILL_COLOR, RENDER_MODE, FONT,
       COUNT_OBJECTS, OBJECT_AT, COUNT_IN_FORM, OBJECT_IN_FORM, TYPE, BOUNDS, STROKE_COLOR, DRAW_MODE,
       COUNT_SEGMENTS, SEGMENT_AT, POINT, SEGMENT_TYPE };

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

/* A text object, at each place where the characters pass from one to another. */
typedef struct { float a, b; uint32_t color; int32_t mode; uint64_t font; } run_t;

/* A drawn thing: its box in the space of the page, what it is, how many points it has, how it is painted. */
typedef struct { float x0, y0, x1, y1; int32_t kind, points, filled, stroked; uint32_t fill, stroke; } shape_t;

enum { PATH_OBJECT = 2, IMAGE_OBJECT = 3, FORM_OBJECT = 5, MOVE_TO = 2, BEZIER_TO = 1 };
enum { DEEPEST_FORM = 8, FEWEST_POINTS = 2, RECTANGLE = 5, OTHER = 0 };

static uint32_t color_of(color_t read, void *thing) {
    unsigned r = 0, g = 0, b = 0, a = 0;
    if (!read(thing, &r, &g, &b, &a)) return 0xff;
    return (r << 24) | (g << 16) | (b << 8) | (a & 0xff);
}

/* Boxes, codes and the number of the run of each of the page's characters; gives the count of runs, at most `most`. */
int walk_text(void **call, void *page, int count, side_t *boxes, uint32_t *codes, int32_t *run_of, run_t *runs, int most) {
    void *before = NULL;
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
                         (uint64_t)(uintptr_t)((thing_t)call[FONT])(thing)};
            runs[known++] = run;
            before = thing;
        }
        run_of[i] = known - 1;
    }
    return known;
}

typedef struct { void **call; shape_t *shapes; int known, most, left; } walk_t;

static void through(const matrix_t *m, shape_t *s) {
    float xs[4] = {s->x0, s->x0, s->x1, s->x1}, ys[4] = {s->y0, s->y1, s->y0, s->y1};
    for (int i = 0; i < 4; i++) {
        float x = m->a * xs[i] + m->c * ys[i] + m->e, y = m->b * xs[i] + m->d * ys[i] + m->f;
        if (i == 0 || x < s->x0) s->x0 = x;
        if (i == 0 || x > s->x1) s->x1 = x;
        if (i == 0 || y < s->y0) s->y0 = y;
        if (i == 0 || y > s->y1) s->y1 = y;
    }
}

static void keep(walk_t *walk, const matrix_t *matrix, shape_t shape) {
    if (matrix) through(matrix, &shape);
    if (walk->known < walk->most) walk->shapes[walk->known] = shape;
    walk->known++;
}

static int near(float a, float b) { return a - b < 0.1f && b - a < 0.1f; }

/* A path of several subpaths: a rectangle among them is a box, another one that is stroked its straight pieces, paint of
 * another form the box around it. */
static void long_path(walk_t *walk, const matrix_t *outer, void *path, shape_t shape, int count) {
    void **call = walk->call;
    matrix_t own = {1, 0, 0, 1, 0, 0};
    ((matrix_of_t)call[MATRIX])(path, &own);
    shape_t whole = shape;
    float last[2] = {0, 0};
    int points = 0, level = 1, curved = 0, pending = walk->known;
    for (int i = 0; i <= count; i++) {
        void *segment = i < count ? ((item_t)call[SEGMENT_AT])(path, i) : NULL;
        int kind = segment ? ((whole_t)call[SEGMENT_TYPE])(segment) : MOVE_TO;
        if (kind == MOVE_TO && points) {
            level = level && !curved && (points == RECTANGLE || points == RECTANGLE - 1);
            if (level || curved || !shape.stroked) {  /* its pieces give way to its box */
                walk->known = pending;
                whole.points = level ? RECTANGLE : OTHER;
                keep(walk, outer, whole);
            }
            points = curved = 0, level = 1, pending = walk->known;
        }
        if (!segment) continue;
        float x = 0, y = 0;
        ((point_t)call[POINT])(segment, &x, &y);
        float at[2] = {own.a * x + own.c * y + own.e, own.b * x + own.d * y + own.f};
        if (kind == BEZIER_TO) curved = 1;
        if (points == 0) {
            whole.x0 = whole.x1 = at[0], whole.y0 = whole.y1 = at[1];
        } else {
            shape.points = FEWEST_POINTS;
            shape.x0 = at[0] < last[0] ? at[0] : last[0], shape.x1 = at[0] < last[0] ? last[0] : at[0];
            shape.y0 = at[1] < last[1] ? at[1] : last[1], shape.y1 = at[1] < last[1] ? last[1] : at[1];
            if (!curved && shape.stroked) keep(walk, outer, shape);
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

static void walk_objects(walk_t *walk, void *container, int count, int in_form, const matrix_t *matrix, int depth) {
    void **call = walk->call;
    for (int i = 0; i < count && walk->left > 0; i++, walk->left--) {
        void *thing = in_form ? ((form_item_t)call[OBJECT_IN_FORM])(container, (unsigned long)i) : ((item_t)call[OBJECT_AT])(container, i);
        int kind = thing ? ((whole_t)call[TYPE])(thing) : 0;
        if (kind == FORM_OBJECT && depth < DEEPEST_FORM) {
            matrix_t m = {1, 0, 0, 1, 0, 0}, o = {1, 0, 0, 1, 0, 0};
            ((matrix_of_t)call[MATRIX])(thing, &m);
            if (matrix) o = *matrix;
            matrix_t both = {m.a * o.a + m.b * o.c, m.a * o.b + m.b * o.d, m.c * o.a + m.d * o.c, m.c * o.b + m.d * o.d,
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
        keep(walk, matrix, shape);
    }
}

/* What is drawn on the page, in forms too; gives how many shapes there are, of which the first `most` are written. */
int walk_drawn(void **call, void *page, shape_t *shapes, int most, int most_objects) {
    walk_t walk = {call, shapes, 0, most, most_objects};
    walk_objects(&walk, page, ((whole_t)call[COUNT_OBJECTS])(page), 0, NULL, 0);
    return walk.known;
}

/* ------------------------------------------------------------------ words */

/* A run of glyphs without white between them: its box where it stands upright, its first glyph and its end among those that
 * were kept, how many of them are bold and how many are digits, and how many quarter turns it leans. */
typedef struct { double x0, y0, x1, y1; int32_t start, end, bold, digits, turn, pad; } word_t;

/* What the page and the words are measured by; walk.py fills it. */
typedef struct { double left, top, width, height; double word_gap, space_gap, drift, back, twice, most_twice; int32_t turns, leaning; } measure_t;

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

static double least_of(double a, double b) { return a < b ? a : b; }
static double most_of(double a, double b) { return a > b ? a : b; }
static double apart(double a, double b) { return a > b ? a - b : b - a; }

/* The words of a page. `leans` and `bold` are of the runs (a lean of -1: not to be read), `hidden` of the characters or NULL.
 * `places` and `signs` take the glyphs that are kept, on the sheet; `counted` takes how many there are, and how many with the
 * spaces. Gives how many words there are. */
int walk_words(int count, const side_t *sides, const uint32_t *codes, const int32_t *run_of, const int8_t *leans, const uint8_t *bold,
               const uint8_t *hidden, const measure_t *m, double *places, uint32_t *signs, word_t *words, int32_t *counted) {
    int kept = 0, printed = 0, known = 0;
    int odd = m->turns % 2;
    double wide = odd ? m->height : m->width, high = odd ? m->width : m->height;
    for (int lean = 0; lean < (m->leaning ? 4 : 1); lean++) {
        int blank = 0, any = 0;
        uint32_t before_code = 0;
        double before[4] = {0}, last[4] = {0};
        word_t *word = NULL;
        for (int i = 0; i < count; i++) {
            if (run_of[i] < 0 || leans[run_of[i]] != lean || (hidden && hidden[i])) continue;
            uint32_t code = cleaned(codes[i]);
            double box[4] = {sides[i].left - m->left, m->top - sides[i].top, sides[i].right - m->left, m->top - sides[i].bottom};
            turn(box, m->turns, m->width, m->height);
            if (!(box[2] > 0 && box[3] > 0 && box[0] < wide && box[1] < high)) continue;
            printed++;
            if (code == BLANK) { blank = 1; continue; }
            double flow[4] = {box[0], box[1], box[2], box[3]};
            turn(flow, lean, wide, high);
            int again = any && code == before_code;
            if (again) {
                double reach = least_of(m->most_twice, m->twice * (before[3] - before[1]));
                again = most_of(apart(flow[0], before[0]), apart(flow[1], before[1])) < reach;
            }
            before_code = code, any = 1;
            for (int k = 0; k < 4; k++) before[k] = flow[k];
            if (again) continue;
            int anew = word == NULL;
            if (!anew) {
                double least = least_of(most_of(flow[3] - flow[1], 1), most_of(last[3] - last[1], 1)), gap = flow[0] - last[2];
                anew = gap > (blank ? m->space_gap : m->word_gap) * least || apart(flow[3], last[3]) > m->drift * least || gap < -m->back * least;
            }
            if (anew) {
                word = &words[known++];
                *word = (word_t){flow[0], flow[1], flow[2], flow[3], kept, kept, 0, 0, lean, 0};
            }
            word->x0 = least_of(word->x0, flow[0]), word->y0 = least_of(word->y0, flow[1]);
            word->x1 = most_of(word->x1, flow[2]), word->y1 = most_of(word->y1, flow[3]);
            word->end = kept + 1;
            word->bold += bold[run_of[i]];
            word->digits += code >= '0' && code <= '9';
            for (int k = 0; k < 4; k++) places[4 * kept + k] = box[k], last[k] = flow[k];
            signs[kept++] = code;
            blank = 0;
        }
    }
    counted[0] = kept, counted[1] = printed;
    return known;
}
