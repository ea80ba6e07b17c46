"""scikit-learn beside `hotspot evaluate` on tables of inspections.py: arguments HOTSPOT and tables.

Prints for each table and model the AUC, the share of hits in the first half and the days by which hits
come earlier, by the definitions of docs/methods.md, worked out here once more. The penalty of the
logistic regression is the best on the test rows, which flatters it; ours is chosen before them.
"""

import json
import subprocess
import sys

import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, SplineTransformer, StandardScaler

TEXTS = ["sanitarian", "facility"]
NUMBERS = ["pastSerious", "pastCritical", "ageAtInspection", "alcohol", "tobacco", "timeSinceLast",
           "temperatureMax", "burglary", "sanitation", "garbage"]


def figures(scores, found, days):
    order = np.argsort(-scores, kind="stable")
    worked, dates = found[order], np.sort(days)
    ends = [np.sum(dates <= day) for day in np.unique(dates)]
    half = max([end for end in ends if 2 * end <= len(dates)], default=0)
    earlier = (days[order] - dates)[worked == 1].mean()
    return roc_auc_score(found, scores), worked[:half].sum() / worked.sum(), earlier


def models():
    """Estimators by name; the encoders fit on the training rows alone."""
    texts = OneHotEncoder(handle_unknown="ignore")
    linear = make_column_transformer((texts, TEXTS), (StandardScaler(), NUMBERS))
    bent = make_column_transformer(
        (texts, TEXTS), (SplineTransformer(5, knots="quantile", extrapolation="constant"), NUMBERS))
    for name, encoder in [("logistic", linear), ("logistic, splines", bent)]:
        yield name, [make_pipeline(encoder, LogisticRegression(C=c, max_iter=3000))
                     for c in (0.01, 0.03, 0.1, 0.3, 1, 10)]
    codes = make_column_transformer((texts, TEXTS), ("passthrough", NUMBERS), sparse_threshold=0)
    yield "gradient boosting", [make_pipeline(codes, HistGradientBoostingClassifier(
        max_iter=rounds, learning_rate=0.05, max_leaf_nodes=leaves, random_state=1))
        for rounds in (60, 150) for leaves in (4, 15)]


def main():
    hotspot, files = sys.argv[1], sys.argv[2:]
    for file in files:
        table = pd.read_csv(file, parse_dates=["Inspection_Date"])
        days = (table["Inspection_Date"] - pd.Timestamp("1970-01-01")).dt.days.to_numpy()
        is_test = table["test"].to_numpy() == 1
        found = table["criticalFound"].to_numpy()
        answer = subprocess.run(
            [hotspot, "evaluate", file, "--date", "Inspection_Date", "--outcome", "criticalFound",
             "--features", ",".join(TEXTS + NUMBERS), "--test", "test", "--json", "--quiet"],
            capture_output=True, check=True, text=True).stdout
        ours = json.loads(answer)
        print(file, "hotspot", *(f"{ours[key]:.4f}" for key in (
            "auc", "first_half_share", "days_earlier")), sep="|")
        for name, tried in models():
            best = max(
                (figures(model.fit(table[~is_test], found[~is_test]).predict_proba(
                    table[is_test])[:, 1], found[is_test], days[is_test]) for model in tried))
            print(file, name, *(f"{value:.4f}" for value in best), sep="|")


main()
