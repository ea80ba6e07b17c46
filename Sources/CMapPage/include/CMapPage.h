#ifndef CMAPPAGE_H
#define CMAPPAGE_H

/// The bytes of one file of the map's page.
typedef struct {
    const unsigned char *bytes;
    long count;
} MapPageFile;

/// The file of a name, as in "main.js"; no bytes if there is none.
MapPageFile map_page_file(const char *name);

#endif
