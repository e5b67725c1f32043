/* What the parts of the walk share: the records that walk.py knows too, and how boxes are compared, turned and sorted.
 *
 * Nothing here includes a header of pdfium's or of Python's, so that any C compiler can build it:
 * cc -O2 -shared -fPIC -ffp-contract=off walk*.c -o walk.so
 */
#ifndef WALK_H
#define WALK_H

#include <stddef.h>
#include <stdint.h>

typedef struct { float left, top, right, bottom; } side_t;

/* A text object, at each place where the characters pass from one to another. */
typedef struct { float a, b; uint32_t color; int32_t mode, bold; } run_t;

/* A drawn thing: its box in the space of the page, what it is, how many points it has, how it is painted. */
typedef struct { float x0, y0, x1, y1; int32_t kind, points, filled, stroked; uint32_t fill, stroke; } shape_t;

enum { PATH_OBJECT = 2, IMAGE_OBJECT = 3, FORM_OBJECT = 5, MOVE_TO = 2, BEZIER_TO = 1 };
enum { DEEPEST_FORM = 8, FEWEST_POINTS = 2, RECTANGLE = 5, OTHER = 0 };

/* A run of glyphs without white between them: its box where it stands upright, its first glyph and its end among those that
 * were kept, how many of them are bold, what of a figure is among them, how many quarter turns it leans, and how it is tied to the word on
 * its left. */
typedef struct { double x0, y0, x1, y1; int32_t start, end, bold, figure, turn, tie; } word_t;

/* Parts of a figure; one that sets thousands or decimals apart, or a percentage, has both. */
enum { DIGIT = 1, SEPARATOR = 2, SEPARATED = DIGIT | SEPARATOR };

/* Ties: a figure goes on after white that is no printed space; the word is small and raised beside what it follows. */
enum { CLOSE_FIGURE = 1, RAISED = 2 };
/* Shares of the larger type: what is lower than the first, and stands the second higher or lower, is a mark. */
static const double SMALL = 0.8, RISE = 0.15;

enum { BLANK = 32, WHITE = 247 };

static inline int is_white(uint32_t color) {
    return color >> 24 >= WHITE && ((color >> 16) & 0xff) >= WHITE && ((color >> 8) & 0xff) >= WHITE;
}

static inline double least_of(double a, double b) { return a < b ? a : b; }
static inline double most_of(double a, double b) { return a > b ? a : b; }
static inline double apart(double a, double b) { return a > b ? a - b : b - a; }

/* The box (x0, y0, x1, y1) after so many quarter turns clockwise of a page of this size. */
static inline void turn(double *box, int turns, double width, double height) {
    double x0 = box[0], y0 = box[1], x1 = box[2], y1 = box[3];
    if (turns == 1) box[0] = height - y1, box[1] = x0, box[2] = height - y0, box[3] = x1;
    if (turns == 2) box[0] = width - x1, box[1] = height - y1, box[2] = width - x0, box[3] = height - y0;
    if (turns == 3) box[0] = y0, box[1] = width - x1, box[2] = y1, box[3] = width - x0;
}

/* A box to be sorted: by its group, then by its middle, then by its left edge; `place` is where it stood. */
typedef struct { double middle, left, upper, lower; int64_t group; int64_t place; } spot_t;

/* In order; those that are alike stay as they stood. `spare` has room for as many. */
void walk_sort(spot_t *spots, int64_t count, spot_t *spare);

#endif
