"""exactextract: means of 1 km rasters over a workspace's cells, beside `hotspot detect hot-cells`.

Arguments: the program, a workspace with cells of our own grid (`hotspot demo`), a folder for what is
made, how many runs. Makes two rasters of invented PM2.5 with gaps, one in the cells' plane with
pixels of 1 km that do not line up with the cells, one in degrees; compares every cell's mean and the
part of it that has values, and prints a table. Fails if a mean differs by more than 1e-6.
"""

import os
import subprocess
import sys

import geopandas
import numpy as np
import peer
import pyproj
import rasterio
import shapely
from exactextract import exact_extract
from scipy.ndimage import gaussian_filter

SIDE = 3000.0  # metres
TOLERANCE = 1e-6  # micrograms per cubic metre
ALBERS = pyproj.CRS.from_wkt(
    'PROJCS["China Albers equal area on CGCS2000",GEOGCS["China Geodetic Coordinate System 2000",'
    'DATUM["China_2000",SPHEROID["CGCS2000",6378137,298.257222101,AUTHORITY["EPSG","1024"]],'
    'AUTHORITY["EPSG","1043"]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],'
    'AUTHORITY["EPSG","4490"]],PROJECTION["Albers_Conic_Equal_Area"],'
    'PARAMETER["latitude_of_center",0],PARAMETER["longitude_of_center",105],'
    'PARAMETER["standard_parallel_1",25],PARAMETER["standard_parallel_2",47],'
    'PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1],'
    'AXIS["Easting",EAST],AXIS["Northing",NORTH]]')


def write_raster(path, box, pixel, crs, seed):
    """Invented PM2.5: smooth hills and noise, single pixels and a block without data.

    Not as scaled whole numbers: of such exactextract 0.3.0 took the no-data sample for a value in
    the raster in degrees.
    """
    west, south, east, north = box
    west -= 2.37 * pixel
    north += 1.61 * pixel
    width, height = int((east - west) / pixel) + 3, int((north - south) / pixel) + 3
    random = np.random.default_rng(seed)
    hills = gaussian_filter(random.normal(size=(height, width)), 30)
    values = 55 + 30 * hills / hills.std() + random.normal(size=(height, width)) * 4
    samples = np.clip(values, 0.1, 500)
    samples[random.random((height, width)) < 0.01] = -999
    samples[height // 3:height // 3 + 40, width // 4:width // 4 + 60] = -999
    transform = rasterio.transform.from_origin(west, north, pixel, pixel)
    with rasterio.open(path, "w", driver="GTiff", width=width, height=height, count=1,
                       dtype="float64", crs=crs, transform=transform, nodata=-999, tiled=True,
                       compress="deflate") as raster:
        raster.write(samples, 1)
    return width * height


def ours(program, workspace, raster, out, runs):
    command = [program, "detect", "hot-cells", raster, "-w", workspace, "--valued-share", "0"]
    least = float("inf")
    for _ in range(runs):
        process = subprocess.Popen(command + ["--dry-run", "-q"], stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{' '.join(command)} failed: {status}")
        least = min(least, usage.ru_utime + usage.ru_stime)
    subprocess.run(command + ["-o", out, "--all", "--overwrite", "-q"], check=True,
                   stdout=subprocess.DEVNULL)
    return least


def main(program, workspace, folder, runs):
    os.makedirs(folder, exist_ok=True)
    table = geopandas.read_file(f"{workspace}/workspace.gpkg", layer="cells",
                                columns=["id", "column", "row"], ignore_geometry=True)
    table = table.drop_duplicates("id")
    x, y = table["column"].to_numpy() * SIDE, table["row"].to_numpy() * SIDE
    squares = geopandas.GeoDataFrame(
        {"cell_id": table["id"].to_numpy()}, geometry=shapely.box(x, y, x + SIDE, y + SIDE), crs=ALBERS)
    # The same positions along a side as the program takes: every 750 m.
    bent = squares.set_geometry(shapely.segmentize(squares.geometry, 800)).to_crs(4326)
    print(f"| raster | pixels | cells | hotspot, whole process, CPU-s | exactextract, CPU-s (wall) "
          f"| largest difference of means | of parts with values |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, zones, pixel, crs in [("cells' plane, 1 km", squares, 1000, ALBERS),
                                    ("degrees, 0.01", bent, 0.01, "EPSG:4326")]:
        raster = f"{folder}/pm25-{pixel}.tif"
        pixels = write_raster(raster, zones.total_bounds, pixel, crs, seed=1)
        out = f"{folder}/means-{pixel}.csv"
        seconds = ours(program, workspace, raster, out, runs)
        clock = peer.Clock()
        for _ in range(runs):
            theirs = clock.measure(lambda: exact_extract(
                raster, zones, ["mean", "count"], include_cols=["cell_id"], output="pandas"))
        means = geopandas.read_file(out, ignore_geometry=True).set_index("cell_id")
        means = means.loc[theirs["cell_id"]]
        mine = means["mean"].replace("", "nan").astype(float).to_numpy()
        mean, count = theirs["mean"].to_numpy(float), theirs["count"].to_numpy(float)
        area = zones.geometry.area.to_numpy() / pixel**2 if pixel > 1 else None
        if not (np.isnan(mine) == np.isnan(mean)).all():
            sys.exit("MISMATCH: other cells have values")
        difference = np.nanmax(np.abs(mine - mean))
        shares = means["valued_share"].astype(float).to_numpy()
        parts = "" if area is None else f"{np.abs(shares - count / area).max():.1e}"
        print(f"| {name} | {pixels:,} | {len(zones):,} | {seconds:.2f} | {clock.cpu:.2f} "
              f"({clock.wall:.2f}) | {difference:.1e} | {parts} |")
        if difference > TOLERANCE:
            sys.exit(f"MISMATCH: {difference}")


main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
