/* What is drawn, arranged: shapes to rulings and paint, rulings made whole, rulings to nets of cells. */
#include "walk.h"

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

/* Puts what of the box is on the paper, if anything is: a stroke far beyond its edge is seen no farther than that. */
static int put_seen(double *out, double x0, double y0, double x1, double y1, const page_t *page) {
    int odd = (int)page->turns % 2;
    double size[2] = {odd ? page->height : page->width, odd ? page->width : page->height};
    put_box(out, x0, y0, x1, y1, page);
    if (!(out[2] > 0 && out[3] > 0 && out[0] < size[0] && out[1] < size[1])) return 0;
    for (int k = 0; k < 4; k++) out[k] = least_of(most_of(out[k], 0), size[k % 2]);
    return 1;
}

/* The boxes of rulings (without thickness) and of paint that is not white, as far as they are on the paper, and of pictures. `rules` has room
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
        painted += put_seen(fills + 4 * painted, b[0], b[1], b[2], b[3], page);
        if (is_light(s->fill)) *place_of(tints, mask, s->fill) = s->fill;
    }
    for (int i = 0; i < count; i++) {
        const shape_t *s = &shapes[i];
        look_t look = look_at(s);
        double *b = look.box, x = (b[0] + b[2]) / 2, y = (b[1] + b[3]) / 2;
        int inked = look.filled && !(s->fill && *place_of(tints, mask, s->fill));  /* a narrow piece of a tint is a cell's margin */
        if (!look.thin || !(inked || look.stroked) || most_of(b[2] - b[0], b[3] - b[1]) < SHORTEST_RULE) continue;
        if (look.level) ruled += put_seen(rules + 4 * ruled, b[0], y, b[2], y, page);
        else ruled += put_seen(rules + 4 * ruled, x, b[1], x, b[3], page);
    }
    for (int side = 0; side < 4 && framed; side++) {
        for (int i = 0; i < count; i++) {
            const shape_t *s = &shapes[i];
            if (!s->stroked || (s->points != RECTANGLE && s->points != RECTANGLE - 1)) continue;
            look_t look = look_at(s);
            if (look.thin || !look.stroked) continue;
            double *b = look.box;
            if (side < 2) ruled += put_seen(rules + 4 * ruled, b[0], b[2 * side + 1], b[2], b[2 * side + 1], page);
            else ruled += put_seen(rules + 4 * ruled, b[2 * side - 4], b[1], b[2 * side - 4], b[3], page);
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
    walk_sort(spots, count, spots + count);
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
    walk_sort(spots, count, spots + count);
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

/* The first ruling of the group to which one belongs, as far as it is known; the way there is made shorter. */
static int64_t first_of(int64_t *group, int64_t one) {
    while (group[one] != one) one = group[one] = group[group[one]];
    return one;
}

/* For each level and each upright ruling the first level one of its grid: what hangs together by crossings. An upright one that
 * meets none has the count of the level ones. */
void walk_tied(int flats, int uprights, const uint8_t *meets, int64_t *across, int64_t *down) {
    for (int i = 0; i < flats; i++) across[i] = i;
    for (int j = 0; j < uprights; j++) down[j] = flats;
    for (int i = 0; i < flats; i++) {
        for (int j = 0; j < uprights; j++) {
            if (!meets[(int64_t)i * uprights + j]) continue;
            if (down[j] == flats) {
                down[j] = i;
                continue;
            }
            int64_t one = first_of(across, i), other = first_of(across, down[j]);
            if (one < other) across[other] = one;
            else across[one] = other;
        }
    }
    for (int i = 0; i < flats; i++) across[i] = first_of(across, i);
    for (int j = 0; j < uprights; j++)
        if (down[j] < flats) down[j] = across[down[j]];
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

/* Names the closed squares of a net by the last one of their group: squares that share a corner are of one group. Open ones have -1.
 * `names` is filled anew; `reached` has room for every square. */
void walk_touching(int rows, int columns, const uint8_t *closed, int64_t *names, int64_t *reached) {
    int64_t count = (int64_t)rows * columns;
    for (int64_t i = 0; i < count; i++) names[i] = -1;
    for (int64_t first = count - 1; first >= 0; first--) {
        if (!closed[first] || names[first] >= 0) continue;
        int64_t known = 0;
        reached[known++] = first, names[first] = first;
        while (known > 0) {
            int64_t square = reached[--known];
            int row = (int)(square / columns), column = (int)(square % columns);
            for (int i = row > 0 ? row - 1 : 0; i <= row + 1 && i < rows; i++) {
                for (int j = column > 0 ? column - 1 : 0; j <= column + 1 && j < columns; j++) {
                    int64_t next = (int64_t)i * columns + j;
                    if (!closed[next] || names[next] >= 0) continue;
                    reached[known++] = next, names[next] = first;
                }
            }
        }
    }
}
