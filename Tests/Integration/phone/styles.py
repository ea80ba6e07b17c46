"""Opens every layer of a GeoPackage in QGIS without a screen.

    styles.py FILE

Prints a line a layer: its name, whether it is valid, its renderer, how many features have no symbol,
and what its first column is called. Needs python3-qgis (apt).
"""

import sys

from qgis.core import QgsApplication, QgsRenderContext, QgsVectorLayer

app = QgsApplication([], False)
app.initQgis()
path = sys.argv[1]
whole = QgsVectorLayer(path, "all", "ogr")
for entry in whole.dataProvider().subLayers():
    name = entry.split("!!::!!")[1]
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    renderer = layer.renderer()
    context = QgsRenderContext()
    renderer.startRender(context, layer.fields())
    bare = sum(renderer.symbolForFeature(f, context) is None for f in layer.getFeatures())
    renderer.stopRender(context)
    state = "valid" if layer.isValid() else "invalid"
    print(name, state, renderer.type(), bare, layer.attributeDisplayName(1), sep="|")
app.exitQgis()
