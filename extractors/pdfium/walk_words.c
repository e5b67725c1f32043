/* Characters to words: how each run of them is set, and where the white between them parts two words. */
#include "walk.h"

/* ------------------------------------------------------------------ manners */

enum { INVISIBLE = 3, UPRIGHT = 4 };

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

/* What the page and the words are measured by; walk.py fills it. */
typedef struct { double left, top, width, height;
                 double word_gap, made_gap, space_gap, drift, back, twice, most_twice, figure_gap, most_spread;
                 int32_t turns, leaning; } measure_t;

enum { FEWEST_SPREAD = 3 };

enum { HYPHEN = 0x2d, LINE_HYPHEN = 2, SOFT_HYPHEN = 0xad, NO_BREAK = 0xa0, LOST = 0xfffd };

static uint32_t cleaned(uint32_t code) {
    if (code > 126 || code < BLANK) {
        if (code == LINE_HYPHEN || code == SOFT_HYPHEN) return HYPHEN;
        if (code < BLANK || code == NO_BREAK || (code >= 127 && code < 160)) return BLANK;
        if ((code >= 0xd800 && code < 0xe000) || code == 0xfffe || code == 0xffff || code > 0x10ffff) return LOST;
    }
    return code;
}

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
static int is_point(uint32_t code) { return code == '.' || code == ','; }
static int part_of_figure(uint32_t code) { return is_digit(code) ? DIGIT : is_point(code) || code == '%' ? SEPARATOR : 0; }

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
                tie = !off && within && gap <= m->figure_gap * least && (is_digit(code) || is_point(code)) && (is_digit(last_code) || is_point(last_code)) ? CLOSE_FIGURE : 0;
            }
            if (anew) {
                word = &words[known++];
                *word = (word_t){flow[0], flow[1], flow[2], flow[3], kept, kept, 0, 0, lean, tie};
            }
            word->x0 = least_of(word->x0, flow[0]), word->y0 = least_of(word->y0, flow[1]);
            word->x1 = most_of(word->x1, flow[2]), word->y1 = most_of(word->y1, flow[3]);
            word->end = kept + 1;
            word->bold += bold[run];
            word->figure |= part_of_figure(code);
            for (int k = 0; k < 4; k++) places[4 * kept + k] = box[k], last[k] = flow[k];
            signs[kept++] = code;
            last_run = run, last_code = code;
            blank = made = 0;
        }
    }
    counted[0] = kept, counted[1] = printed;
    return known;
}
