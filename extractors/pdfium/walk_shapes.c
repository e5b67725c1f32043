/* What is drawn, arranged: shapes to rulings, paint and pictures. */
#include "walk.h"

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
