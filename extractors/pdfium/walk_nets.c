/* Rulings made whole, what is open in them, and the nets of cells that they make. */
#include "walk.h"

/* ------------------------------------------------------------------ rulings */

/* Parallel rulings nearer than `snap` are one, at their mean, and pieces nearer than `join` along them are one. A row is where one
 * stands across, where it begins, where it ends. Gives how many are left; `means` has room for as many as there are. */
static int whole_of(int count, const double *rules, double snap, double join, double shortest, double far, spot_t *spots, double *means,
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

/* The rulings of a page made whole, level ones and upright ones. `sorted` has room for all of them, `means` too, `spots` for two each; `said`
 * takes how many there are of each. */
void walk_lattice(int count, const double *rules, double snap, double join, double shortest, double far, double *sorted, spot_t *spots,
                  double *means, double *flat, double *upright, int32_t *said) {
    int level = 0, erect = 0;
    for (int i = 0; i < count; i++) {
        const double *box = rules + 4 * i;
        if (!(box[2] - box[0] >= box[3] - box[1])) continue;
        double *row = sorted + 3 * level++;
        row[0] = box[1], row[1] = box[0], row[2] = box[2];
    }
    for (int i = 0; i < count; i++) {
        const double *box = rules + 4 * i;
        if (box[2] - box[0] >= box[3] - box[1]) continue;
        double *row = sorted + 3 * (level + erect++);
        row[0] = box[0], row[1] = box[1], row[2] = box[3];
    }
    said[0] = whole_of(level, sorted, snap, join, shortest, far, spots, means, flat);
    said[1] = whole_of(erect, sorted + 3 * level, snap, join, shortest, far, spots, means, upright);
}

/* The level ruling and the upright one cross, or miss each other by no more than `reach`. */
static int meet(const double *level, const double *erect, double reach) {
    return level[1] - reach <= erect[0] && erect[0] <= level[2] + reach && erect[1] - reach <= level[0] && level[0] <= erect[2] + reach;
}

/* ------------------------------------------------------------------ open tables */

enum { FEWEST_OPEN = 3 };

/* Three or more upright rulings end together, above (1) or below (2), some of them on nothing. */
static int lacks_lids(int flats, const double *flat, int uprights, const double *upright, double reach, double same) {
    for (int end = 1; end <= 2; end++) {
        for (int j = 0; j < uprights; j++) {
            const double *rule = upright + 3 * j;
            int alike = 0, held = 0;
            for (int k = 0; k < uprights && alike < FEWEST_OPEN; k++) alike += apart(upright[3 * k + end], rule[end]) <= same;
            if (alike < FEWEST_OPEN) continue;
            for (int i = 0; i < flats && !held; i++) held = apart(flat[3 * i], rule[end]) <= same && meet(flat + 3 * i, rule, reach);
            if (!held) return 1;
        }
    }
    return 0;
}

/* How a level ruling is met: by any upright one, and by one at each of its ends. */
typedef struct { int any, closed; } met_t;

static met_t met_by(const double *level, int uprights, const double *upright, double reach, double same) {
    int any = 0, left = 0, right = 0;
    for (int j = 0; j < uprights; j++) {
        const double *rule = upright + 3 * j;
        if (!meet(level, rule, reach)) continue;
        any = 1;
        left |= apart(rule[0], level[1]) <= same;
        right |= apart(rule[0], level[2]) <= same;
    }
    return (met_t){any, left && right};
}

/* The next level ruling below that begins and ends where this one does; -1 if there is none. */
static int next_alike(int flats, const double *flat, int one, double same) {
    const double *own = flat + 3 * one;
    int found = -1;
    for (int i = 0; i < flats; i++) {
        const double *other = flat + 3 * i;
        if (!(other[0] > own[0] + same) || apart(own[1], other[1]) > same || apart(own[2], other[2]) > same) continue;
        if (found < 0 || other[0] < flat[3 * found]) found = i;
    }
    return found;
}

/* What is open in the rulings. `bands` takes the upper and the lower edge of each level ruling and the next one of its length, if one of
 * them has no upright ruling at an end, and whether an upright ruling parts most of that; `said`, whether upright rulings end together on
 * nothing, and how many bands there are. */
void walk_open(int flats, const double *flat, int uprights, const double *upright, double reach, double same, double *bands, int32_t *said) {
    int loose = 0, known = 0;
    for (int i = 0; i < flats && !loose; i++) loose = !met_by(flat + 3 * i, uprights, upright, reach, same).closed;
    for (int one = 0; one < flats && loose; one++) {
        const double *rule = flat + 3 * one;
        int other = next_alike(flats, flat, one, same), parted = 0, between = 0;
        if (other < 0) continue;
        met_t own = met_by(rule, uprights, upright, reach, same), next = met_by(flat + 3 * other, uprights, upright, reach, same);
        if (own.closed && next.closed) continue;
        double upper = rule[0], lower = flat[3 * other];
        for (int j = 0; j < uprights; j++) {
            const double *erect = upright + 3 * j;
            if (!(rule[1] + same < erect[0] && erect[0] < rule[2] - same)) continue;
            between |= upper < erect[1] && erect[2] < lower;
            parted |= 2 * (least_of(erect[2], lower) - most_of(erect[1], upper)) > lower - upper;
        }
        if (!own.any && !next.any && between) continue;  /* the rules of a page's header and footer, with a table between them */
        bands[3 * known] = upper, bands[3 * known + 1] = lower, bands[3 * known++ + 2] = parted;
    }
    said[0] = lacks_lids(flats, flat, uprights, upright, reach, same), said[1] = known;
}

/* ------------------------------------------------------------------ grids */

/* The first ruling of the group to which one belongs, as far as it is known; the way there is made shorter. */
static int64_t first_of(int64_t *group, int64_t one) {
    while (group[one] != one) one = group[one] = group[group[one]];
    return one;
}

/* For each level and each upright ruling the first level one of its grid: what hangs together by crossings. An upright one that
 * meets none has the count of the level ones. */
static void tie(int flats, const double *flat, int uprights, const double *upright, double reach, int64_t *across, int64_t *down) {
    for (int i = 0; i < flats; i++) across[i] = i;
    for (int j = 0; j < uprights; j++) down[j] = flats;
    for (int i = 0; i < flats; i++) {
        for (int j = 0; j < uprights; j++) {
            if (!meet(flat + 3 * i, upright + 3 * j, reach)) continue;
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

/* By what edges of columns and of rows are one, rulings cross, and a net is too large. */
typedef struct { double same_column, same_row, reach, most; } near_t;

/* A net of rulings that hang together: how many edges of columns and of rows there are; whether squares without a ruling between them are
 * of two cells; whether the net's own frame has a hole; whether no cell begins at some edge. */
typedef struct { int32_t wide, high, torn, open, bare; } net_t;

/* Column and row edges; the level pieces above each square, row by row, and the upright ones to its left, column by column, with those
 * of the last edges; the first square of each square's cell. None, if there is no square or too many. */
static net_t net_of(int flats, const double *flat, int uprights, const double *upright, const near_t *near, double *xs, double *ys,
                    uint8_t *level, uint8_t *erect, int64_t *owner) {
    int columns = levels_of(uprights, upright, near->same_column, xs) - 1, rows = levels_of(flats, flat, near->same_row, ys) - 1;
    if (columns < 1 || rows < 1 || (double)rows * columns > near->most) return (net_t){0, 0, 0, 0, 0};
    net_t net = {columns + 1, rows + 1, 0, 0, 0};
    double reach = near->reach;
    draw(flats, flat, rows + 1, ys, columns + 1, xs, reach, level);
    draw(uprights, upright, columns + 1, xs, rows + 1, ys, reach, erect);
    for (int row = 0; row < rows; row++) {
        int parted = row == 0;
        for (int column = 0; column < columns; column++) {
            int64_t *own = owner + row * columns + column;
            int over = row > 0 && !level[row * columns + column], beside = column > 0 && !erect[column * rows + row];
            *own = (over ? own[-columns] / columns : row) * columns + (beside ? own[-1] % columns : column);
            net.torn |= (over && *own != own[-columns]) || (beside && *own != own[-1]);
            parted |= row > 0 && *own != own[-columns];
        }
        net.open |= !erect[row] || !erect[columns * rows + row];
        net.bare |= !parted;
    }
    for (int column = 0; column < columns; column++) {
        int parted = column == 0;
        for (int row = 0; row < rows && !parted; row++) parted = owner[row * columns + column] != owner[row * columns + column - 1];
        net.open |= !level[column] || !level[rows * columns + column];
        net.bare |= !parted;
    }
    return net;
}

/* Puts the rulings whose grid is this one together; gives how many. */
static int members(int count, const double *rules, const int64_t *of, int64_t grid, double *out) {
    int known = 0;
    for (int i = 0; i < count; i++) {
        if (of[i] != grid) continue;
        for (int k = 0; k < 3; k++) out[3 * known + k] = rules[3 * i + k];
        known++;
    }
    return known;
}

/* The nets of a page, one after the other in every array (see net_of): grids of two level rulings and two upright ones, or more. `of` and
 * `rules` have room for all rulings. Gives how many nets there are. */
int walk_nets(int flats, const double *flat, int uprights, const double *upright, const near_t *near, int64_t *of, double *rules, double *xs,
              double *ys, uint8_t *level, uint8_t *erect, int64_t *owner, net_t *nets) {
    int64_t *across = of, *down = of + flats;
    int known = 0;
    tie(flats, flat, uprights, upright, near->reach, across, down);
    for (int grid = 0; grid < flats; grid++) {
        if (across[grid] != grid) continue;
        int lying = members(flats, flat, across, grid, rules), standing = members(uprights, upright, down, grid, rules + 3 * lying);
        if (lying < 2 || standing < 2) continue;
        net_t net = net_of(lying, rules, standing, rules + 3 * lying, near, xs, ys, level, erect, owner);
        if (!net.wide) continue;
        nets[known++] = net;
        xs += net.wide, ys += net.high;
        level += net.high * (net.wide - 1), erect += net.wide * (net.high - 1), owner += (net.wide - 1) * (net.high - 1);
    }
    return known;
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
