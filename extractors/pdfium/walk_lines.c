/* Words to lines, in the order in which they are read. */
#include "walk.h"

/* ------------------------------------------------------------------ lines */

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
void walk_sort(spot_t *spots, int64_t count, spot_t *spare) {
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
    walk_sort(spots, count, spare);
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
    walk_sort(spots, count, spare);
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

/* What the words say, with a space between them, and where each begins and ends in that. `said` has room for the signs of the words
 * and as many spaces. */
void walk_said(int count, const word_t *words, const uint32_t *signs, uint32_t *said, int32_t *froms, int32_t *tos) {
    int at = 0;
    for (int i = 0; i < count; i++) {
        froms[i] = at;
        for (int k = words[i].start; k < words[i].end; k++) said[at++] = signs[k];
        tos[i] = at;
        said[at++] = BLANK;
    }
}

/* A line: the box around its words, the first one and the end, how many signs they have, and how many of those in words that are bold. */
typedef struct { double x0, y0, x1, y1; int32_t start, end, letters, bold; } row_t;

/* White of these shares of the type size sets things apart: what stands on a line, and a figure from what is beside it. */
typedef struct { double column, figure; } white_t;

enum { JOINED = 0, BEGUN = 1, UNSURE = 2 };

/* Whether something begins with the word `b`, right of the word `a` of its line. */
static uint8_t begins(const word_t *a, const word_t *b, const white_t *white) {
    double gap = (b->x0 - a->x1) / most_of(least_of(a->y1 - a->y0, b->y1 - b->y0), 1);
    if (gap > white->column) return BEGUN;
    return gap > white->figure && (a->figure == SEPARATED || b->figure == SEPARATED) ? UNSURE : JOINED;
}

/* The middle of the box is in one of these frames. */
static int is_in(const double *box, int count, const double *frames) {
    double x = (box[0] + box[2]) / 2, y = (box[1] + box[3]) / 2;
    for (const double *frame = frames; frame < frames + 4 * count; frame += 4)
        if (frame[0] <= x && x <= frame[2] && frame[1] <= y && y <= frame[3]) return 1;
    return 0;
}

/* Those of the chosen words that stand upright, or those that lean, line by line, without those that are in a frame: which words, the line
 * of each, whether something begins with it, and the lines. If their lines are `known` the words come in order. `counted` takes how many
 * words and lines there are. */
void walk_rows(int count, const int64_t *chosen, const int64_t *known, int leaning, int framed, const double *frames, const double *boxes,
               const word_t *words, const white_t *white, spot_t *spots, int64_t *places, int64_t *lines, uint8_t *begun, row_t *rows,
               int32_t *counted) {
    int kept = 0, row = -1;
    for (int i = 0; i < count; i++) {
        const word_t *word = &words[chosen[i]];
        if ((word->turn != 0) != leaning || is_in(boxes + 4 * chosen[i], framed, frames)) continue;
        if (!known) put_spot(&spots[kept], &word->x0, word->turn, chosen[i]);
        else places[kept] = chosen[i], lines[kept] = known[i];
        kept++;
    }
    if (!known) in_lines(spots, kept, spots + count);
    for (int i = 0; i < kept; i++) {
        if (!known) places[i] = spots[i].place, lines[i] = spots[i].group;
        const word_t *word = &words[places[i]];
        int anew = i == 0 || lines[i] != lines[i - 1], letters = word->end - word->start;
        begun[i] = anew ? BEGUN : begins(&words[places[i - 1]], word, white);
        if (anew) rows[++row] = (row_t){word->x0, word->y0, word->x1, word->y1, i, i, 0, 0};
        row_t *own = &rows[row];
        own->x0 = least_of(own->x0, word->x0), own->y0 = least_of(own->y0, word->y0);
        own->x1 = most_of(own->x1, word->x1), own->y1 = most_of(own->y1, word->y1);
        own->end = i + 1, own->letters += letters;
        if (2 * word->bold > letters) own->bold += letters;
    }
    counted[0] = kept, counted[1] = row + 1;
}

/* How high the margins of the page are as it reads upright, and as it reads lying; the edges across from them. */
typedef struct { double high[2], edge[2]; } margin_t;

/* The lines near the upper and the lower edge of a page, each as its words read; `bold` tells whether they lean. Gives how many there are. */
int walk_margins(int count, const word_t *words, const int64_t *lines, const margin_t *margin, row_t *rows) {
    int known = 0;
    for (int start = 0, i = 0; i < count; start = i) {
        int leans = words[i].turn % 2 > 0;
        row_t row = {words[i].x0, words[i].y0, words[i].x1, words[i].y1, start, start, 0, leans};
        for (; i < count && lines[i] == lines[start]; i++) {
            row.x0 = least_of(row.x0, words[i].x0), row.y0 = least_of(row.y0, words[i].y0);
            row.x1 = most_of(row.x1, words[i].x1), row.y1 = most_of(row.y1, words[i].y1);
            row.letters += words[i].end - words[i].start;
        }
        row.end = i;
        if (row.y1 < margin->high[leans] || row.y0 > margin->edge[leans] - margin->high[leans]) rows[known++] = row;
    }
    return known;
}

/* ------------------------------------------------------------------ words in nets */

/* A net: its frame, and in which of its cells a point stands. */
typedef struct { int rows, columns; const double *xs, *ys; const int64_t *owner; } grid_t;

/* Between which of the edges a value stands; beyond the last ones it is at them. */
static int place_in(int count, const double *edges, double value) {
    int low = 0, high = count - 1;
    while (low < high) {
        int middle = (low + high) / 2;
        if (edges[middle + 1] <= value) low = middle + 1;
        else high = middle;
    }
    return low;
}

static int64_t cell_at(const grid_t *grid, double x, int row) {
    return grid->owner[(int64_t)row * grid->columns + place_in(grid->columns, grid->xs, x)];
}

/* Those of the chosen words whose middle is in a net, cell by cell in the order in which they are read: which words, the cell and the line of
 * each, its box where it stands upright, whether most of it is bold. `spots` has room for two a word, `held` for two numbers. Gives how many
 * words there are; -1, if an upright word reaches over a border by more than `overhang`. */
int walk_filled(int count, const int64_t *chosen, const double *boxes, const word_t *words, int rows, int columns, const double *xs,
                const double *ys, const int64_t *owner, double overhang, spot_t *spots, int64_t *held, int64_t *places, int64_t *cells,
                int64_t *lines, double *flows, uint8_t *bold) {
    grid_t grid = {rows, columns, xs, ys, owner};
    int known = 0;
    for (int i = 0; i < count; i++) {
        const double *box = boxes + 4 * chosen[i];
        double x = (box[0] + box[2]) / 2, y = (box[1] + box[3]) / 2;
        if (!(xs[0] <= x && x <= xs[columns] && ys[0] <= y && y <= ys[rows])) continue;
        const word_t *word = &words[chosen[i]];
        int row = place_in(rows, ys, y);
        int64_t home = cell_at(&grid, x, row);
        int over = cell_at(&grid, box[0] + overhang, row) != home || cell_at(&grid, box[2] - overhang, row) != home;
        if (over && word->turn == 0) return -1;
        put_spot(&spots[known], &word->x0, 4 * home + word->turn, known);
        held[2 * known] = chosen[i], held[2 * known + 1] = home;
        known++;
    }
    in_lines(spots, known, spots + count);
    for (int i = 0; i < known; i++) {
        const int64_t *own = held + 2 * spots[i].place;
        const word_t *word = &words[own[0]];
        places[i] = own[0], cells[i] = own[1], lines[i] = spots[i].group;
        flows[4 * i] = word->x0, flows[4 * i + 1] = word->y0, flows[4 * i + 2] = word->x1, flows[4 * i + 3] = word->y1;
        bold[i] = 2 * word->bold > word->end - word->start;
    }
    return known;
}
