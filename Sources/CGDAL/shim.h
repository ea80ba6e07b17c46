#ifndef CGDAL_SHIM_H
#define CGDAL_SHIM_H

// pkg-config (gdal.pc) adds -I<prefix>/include/gdal. The spelling with the folder lets the package
// build where the pkg-config program is missing: Debian keeps these headers in /usr/include/gdal.
#if __has_include(<gdal.h>)
#include <gdal.h>
#include <gdal_alg.h>
#include <gdal_utils.h>
#include <ogr_api.h>
#include <ogr_recordbatch.h>
#include <ogr_srs_api.h>
#include <cpl_compressor.h>
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_http.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#else
#include <gdal/gdal.h>
#include <gdal/gdal_alg.h>
#include <gdal/gdal_utils.h>
#include <gdal/ogr_api.h>
#include <gdal/ogr_recordbatch.h>
#include <gdal/ogr_srs_api.h>
#include <gdal/cpl_compressor.h>
#include <gdal/cpl_conv.h>
#include <gdal/cpl_error.h>
#include <gdal/cpl_http.h>
#include <gdal/cpl_string.h>
#include <gdal/cpl_vsi.h>
#endif

// CPLError is variadic, which Swift cannot call.
static inline void cgdal_error(CPLErr severity, CPLErrorNum number, const char *message) {
    CPLError(severity, number, "%s", message);
}
#endif
