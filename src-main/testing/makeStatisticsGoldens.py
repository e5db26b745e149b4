"""Writes the reference values of src-main/statistics and src-main/evaluation (development only).

    python3 -m venv VENV
    VENV/bin/pip install choix==0.4.1 numpy==2.4.6 scipy==1.17.1 rouge-score==0.1.2
    VENV/bin/python src-main/testing/makeStatisticsGoldens.py

Same versions, same files. Other versions are refused.
"""

import json
import random
from importlib.metadata import version
from pathlib import Path

import choix
import numpy as np
from rouge_score import rouge_scorer

GOLDENS = Path(__file__).resolve().parent / "goldens"
VERSIONS = {"choix": "0.4.1", "numpy": "2.4.6", "scipy": "1.17.1", "rouge-score": "0.1.2"}


def bradley_terry():
    """Strengths by choix (Newton's method on the same likelihood), ties as half wins."""
    generator = random.Random(20040211)
    cases = []
    for n, meetings in [(2, 12), (3, 15), (4, 20), (6, 30)]:
        strengths = [generator.gauss(0, 0.8) for _ in range(n)]
        wins = [[0.0] * n for _ in range(n)]
        doubled = []  # choix takes whole wins: everything twice, a tie once for each side
        for i in range(n):
            for j in range(i + 1, n):
                for _ in range(meetings):
                    if generator.random() < 0.2:
                        wins[i][j] += 0.5
                        wins[j][i] += 0.5
                        doubled += [(i, j), (j, i)]
                        continue
                    chance = 1 / (1 + np.exp(strengths[j] - strengths[i]))
                    a, b = (i, j) if generator.random() < chance else (j, i)
                    wins[a][b] += 1
                    doubled += [(a, b), (a, b)]
        found = choix.opt_pairwise(n, doubled, alpha=0.0, method="Newton-CG", tol=1e-12)
        found = found - found.mean()
        cases.append({"wins": wins, "logStrengths": [float(it) for it in found]})
    write("bradleyTerry.json", cases)


def rouge_l():
    """F-measures where both tokenise alike: lower-case ASCII words and digits, no stemming."""
    scorer = rouge_scorer.RougeScorer(["rougeL"], use_stemmer=False)
    generator = random.Random(2004)
    words = "the a river lethe forgets every name it carries to sea and 12 7 stones slowly".split()
    pairs = [("", "the river"), ("the river", ""), ("the river", "the river"), ("stones", "sea")]
    for _ in range(40):
        one = [generator.choice(words) for _ in range(generator.randint(1, 14))]
        two = [generator.choice(words) for _ in range(generator.randint(1, 14))]
        pairs.append((" ".join(one) + generator.choice(["", ".", "!"]), ", ".join(two)))
    cases = []
    for reference, answer in pairs:
        score = scorer.score(reference, answer)["rougeL"]
        cases.append({"reference": reference, "answer": answer, "f": score.fmeasure})
    write("rougeL.json", cases)


def write(name, value):
    text = json.dumps(value, ensure_ascii=False, indent=1)
    (GOLDENS / name).write_text(f"{text}\n", encoding="utf-8")
    print(f"{name}: {len(text):,} characters")


if __name__ == "__main__":
    for package, wanted in VERSIONS.items():
        if version(package) != wanted:
            raise SystemExit(f"{package} {wanted} is needed, {version(package)} is here")
    bradley_terry()
    rouge_l()
