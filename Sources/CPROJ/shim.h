#ifndef CPROJ_SHIM_H
#define CPROJ_SHIM_H
#include <proj.h>
#include <geodesic.h>
// For proj_crs_alter_geodetic_crs alone, which puts WGS-84 and CGCS2000 on one datum.
#include <proj_experimental.h>
#endif
