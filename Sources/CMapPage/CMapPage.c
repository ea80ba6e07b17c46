#include "CMapPage.h"

#include <string.h>

// As CCampaignTables does: the preprocessor copies the files, so that one program suffices.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char colours_js[] = {
#embed "page/colours.js"
};
static const unsigned char details_js[] = {
#embed "page/details.js"
};
static const unsigned char drawing_js[] = {
#embed "page/drawing.js"
};
static const unsigned char finding_js[] = {
#embed "page/finding.js"
};
static const unsigned char icon_svg[] = {
#embed "page/icon.svg"
};
static const unsigned char index_html[] = {
#embed "page/index.html"
};
static const unsigned char list_js[] = {
#embed "page/list.js"
};
static const unsigned char main_js[] = {
#embed "page/main.js"
};
static const unsigned char maplibre_css[] = {
#embed "page/maplibre.css"
};
static const unsigned char page_css[] = {
#embed "page/page.css"
};
static const unsigned char server_js[] = {
#embed "page/server.js"
};
static const unsigned char state_js[] = {
#embed "page/state.js"
};
static const unsigned char texts_js[] = {
#embed "page/texts.js"
};
static const unsigned char texts_json[] = {
#embed "page/texts.json"
};
static const unsigned char timeline_js[] = {
#embed "page/timeline.js"
};

static const struct {
    const char *name;
    MapPageFile file;
} files[] = {
    {"colours.js", {colours_js, sizeof colours_js}},
    {"details.js", {details_js, sizeof details_js}},
    {"drawing.js", {drawing_js, sizeof drawing_js}},
    {"finding.js", {finding_js, sizeof finding_js}},
    {"icon.svg", {icon_svg, sizeof icon_svg}},
    {"index.html", {index_html, sizeof index_html}},
    {"list.js", {list_js, sizeof list_js}},
    {"main.js", {main_js, sizeof main_js}},
    {"maplibre.css", {maplibre_css, sizeof maplibre_css}},
    {"page.css", {page_css, sizeof page_css}},
    {"server.js", {server_js, sizeof server_js}},
    {"state.js", {state_js, sizeof state_js}},
    {"texts.js", {texts_js, sizeof texts_js}},
    {"texts.json", {texts_json, sizeof texts_json}},
    {"timeline.js", {timeline_js, sizeof timeline_js}},
};

MapPageFile map_page_file(const char *name) {
    for (unsigned i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (strcmp(files[i].name, name) == 0) return files[i].file;
    }
    MapPageFile none = {0, 0};
    return none;
}
