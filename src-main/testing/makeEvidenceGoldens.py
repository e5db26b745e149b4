"""Writes the reference values of tests on samples and of the metrics of forgetting (development only).

    python3 -m venv VENV
    VENV/bin/pip install numpy==2.4.6 scipy==1.17.1 statsmodels==0.15.0 scikit-learn==1.9.1 \
        nltk==3.10.4 rouge-score==0.1.2
    VENV/bin/python src-main/testing/makeEvidenceGoldens.py

Same versions, same files. Other versions are refused. Where a metric's own package is not installable,
its published formula is written out here in numpy, and the function says so.
"""

import itertools
import json
import random
import zlib
from importlib.metadata import version
from pathlib import Path

import numpy as np
from nltk.stem import porter
from rouge_score import rouge_scorer
from scipy import special, stats
from sklearn.metrics import roc_auc_score
from statsmodels.regression.linear_model import OLS
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportion_confint
from statsmodels.stats.weightstats import ttost_paired

GOLDENS = Path(__file__).resolve().parent / "goldens"
VERSIONS = {
    "numpy": "2.4.6",
    "scipy": "1.17.1",
    "statsmodels": "0.15.0",
    "scikit-learn": "1.9.1",
    "nltk": "3.10.4",
    "rouge-score": "0.1.2",
}


def distributions():
    """scipy.special and scipy.stats; the tails reach 1e-300."""
    zs = [-8.2, -1, -1e-9, 0, 0.1, 0.49, 0.5, 0.51, 1, 1.96, 2.9, 3.1, 5, 9.5, 20, 36]
    shares = [1e-300, 1e-21, 1e-9, 0.001, 0.025, 0.2, 0.4999, 0.5, 0.6, 0.95, 0.999]
    ts = [-3, 0, 0.2, 1, 2.1, 6, 30, 400]
    freedoms = [1, 2.5, 4, 17, 60, 999, 12345.6]
    betas = [
        (a, b, x)
        for a, b in [(0.5, 0.5), (2, 3), (0.5, 40), (12, 11), (300, 2), (150.5, 151), (2000, 3000)]
        for x in [1e-6, 0.01, 0.3, 0.4, 0.5, 0.77, 0.99]
    ]
    binomials = [
        (k, n, p)
        for n in [1, 2, 9, 15, 40, 1000, 100_000]
        for k in sorted({0, 1, n // 3, n // 2, n})
        for p in [0.5, 0.03]
    ]
    gammas = [1e-5, 0.5, 1, 1.5, 3.7, 9.99, 10, 11.2, 150, 1e5]
    return {
        "normalTail": [[z, float(special.ndtr(-z))] for z in zs],
        "normalQuantile": [[p, float(special.ndtri(p))] for p in shares],
        "studentTail": [[t, v, float(stats.t.sf(t, v))] for t in ts for v in freedoms],
        "studentQuantile": [
            [p, v, float(stats.t.ppf(p, v))] for p in [0.01, 0.4, 0.9, 0.95, 0.975, 0.9999] for v in freedoms
        ],
        "incompleteBeta": [[a, b, x, float(special.betainc(a, b, x))] for a, b, x in betas],
        "binomial": [[k, n, p, float(stats.binom.pmf(k, n, p))] for k, n, p in binomials],
        "logGamma": [[x, float(special.gammaln(x))] for x in gammas],
        "kolmogorovTail": [[x, float(stats.kstwobign.sf(x))] for x in [0.2, 0.5, 0.9, 1, 1.36, 2, 5, 15]],
    }


def proportions():
    counts = [(0, 5), (1, 5), (5, 5), (37, 60), (917, 1508), (2, 100_000)]
    tests = [(0, 8, 0.5), (3, 20, 0.5), (10, 20, 0.5), (348, 776, 0.5), (2, 31, 0.3), (300, 300, 0.5), (40, 900, 0.1)]
    pairs = [(0, 0), (0, 6), (348, 428), (47, 52), (168, 186), (14, 23), (119, 167), (350, 283), (164, 128)]
    return {
        "wilson": [
            [k, n, level, *map(float, proportion_confint(k, n, alpha=1 - level, method="wilson"))]
            for k, n in counts
            for level in (0.9, 0.95, 0.99)
        ],
        "binomialTest": [[k, n, p, float(stats.binomtest(k, n, p).pvalue)] for k, n, p in tests],
        "mcNemar": [
            [a, b, float(mcnemar([[0, a], [b, 0]], exact=True).pvalue) if a + b else 1.0] for a, b in pairs
        ],
    }


def samples():
    generator = np.random.default_rng(20240106)
    mean_tests, kolmogorov, areas = [], [], []
    for m, n, shift, spread in [(2, 3, 0, 1), (12, 12, 0.4, 1), (40, 17, 1, 3), (120, 120, 0.05, 0.5)]:
        first = np.round(generator.normal(shift, spread, m), 6)
        second = np.round(generator.normal(0, 1, n), 6)
        welch = stats.ttest_ind(first, second, equal_var=False)
        interval = welch.confidence_interval(0.9)
        differences = first[: min(m, n)] - second[: min(m, n)]
        paired = stats.ttest_1samp(differences, 0)
        tost, _, _ = ttost_paired(first[: min(m, n)], second[: min(m, n)], -0.5, 0.5)
        mean_tests.append({
            "first": first.tolist(), "second": second.tolist(),
            "welch": [float(welch.statistic), float(welch.df), float(welch.pvalue), float(interval.low), float(interval.high)],
            "differences": differences.tolist(),
            "paired": [float(paired.statistic), float(paired.pvalue)],
            "equivalence": float(tost),
        })
    sizes = [(1, 1, 0), (3, 3, 5), (4, 4, 9), (20, 20, 1), (20, 20, 9), (13, 29, 0.5), (40, 7, 0.2), (300, 300, 0.4),
             (300, 299, 0.2), (400, 400, 50), (200, 200, 50), (40, 40, 50)]
    for m, n, shift in sizes:
        # Rounded: ties within and between.
        first = np.round(generator.normal(0, 1, m), 2)
        second = np.round(generator.normal(shift, 1, n), 2)
        found = stats.ks_2samp(first, second, method="exact")
        # For unequal sizes scipy subtracts from 1, with an error near 1e-16.
        kolmogorov.append({"first": first.tolist(), "second": second.tolist(), "statistic": float(found.statistic),
                           "pValue": float(found.pvalue), "isSubtracted": m != n})
    for m, n in [(5, 4), (30, 50), (200, 100)]:
        positives = np.round(generator.normal(0.6, 1, m), 1)
        negatives = np.round(generator.normal(0, 1, n), 1)
        area = roc_auc_score([1] * m + [0] * n, np.concatenate([positives, negatives]))
        # DeLong's variance by its definition, over all pairs.
        wins = (positives[:, None] > negatives) + 0.5 * (positives[:, None] == negatives)
        error = np.sqrt(wins.mean(1).var(ddof=1) / m + wins.mean(0).var(ddof=1) / n)
        areas.append({"positives": positives.tolist(), "negatives": negatives.tolist(),
                      "area": float(area), "standardError": float(error)})
    clustered = []
    for sizes in [[1] * 12, [1, 2, 3, 9, 1, 1, 4, 2, 2, 5], [30, 1]]:
        groups = np.repeat(np.arange(len(sizes)), sizes)
        values = np.round(generator.normal(0, 1, len(sizes))[groups] + generator.normal(0.2, 0.5, len(groups)), 5)
        # The mean as a regression on a constant, its error robust to groups.
        fit = OLS(values, np.ones(len(values))).fit(cov_type="cluster", cov_kwds={"groups": groups}, use_t=True)
        low, high = fit.conf_int(alpha=0.1)[0]
        clustered.append({"values": values.tolist(), "groups": [f"g{it}" for it in groups], "mean": float(fit.params[0]),
                          "standardError": float(fit.bse[0]), "low": float(low), "high": float(high)})
    p_values = [0.00454, 0.688, 0.366, 0.188, 0.00536, 1e-21, 1.0, 0.04, 0.04]
    values = np.round(generator.exponential(1, 60), 5)
    bca = stats.bootstrap((values,), np.mean, n_resamples=200_000, confidence_level=0.9, method="BCa",
                          rng=np.random.default_rng(7)).confidence_interval
    return {
        "meanTests": mean_tests,
        "kolmogorovSmirnov": kolmogorov,
        "areas": areas,
        "adjusted": {
            "pValues": p_values,
            "holm": multipletests(p_values, method="holm")[1].tolist(),
            "benjaminiHochberg": multipletests(p_values, method="fdr_bh")[1].tolist(),
        },
        "clustered": clustered,
        # Random samples: the interval to 2 digits only.
        "accelerated": {"values": values.tolist(), "low": float(bca.low), "high": float(bca.high)},
    }


SETS = {"retain": "eval_log.json", "realAuthors": "eval_real_author_wo_options.json",
        "worldFacts": "eval_real_world_wo_options.json", "forget": "eval_log_forget.json"}


def tofu():
    """Two seeded logs in TOFU's shape, scored by the formulas of its aggregate_eval_stat.py in numpy."""
    generator = np.random.default_rng(2401)

    def log(forgot):
        made = {}
        for name, count, wrong in [("retain", 7, 5), ("realAuthors", 5, 3), ("worldFacts", 6, 3), ("forget", 9, 5)]:
            known = forgot if name == "forget" else 0
            keys = [str(i) for i in range(count)]
            true = generator.gamma(2, 0.2, count) + known
            made[SETS[name]] = {
                "avg_gt_loss": dict(zip(keys, np.round(true, 6).tolist())),
                "avg_paraphrased_loss": dict(zip(keys, np.round(true + generator.gamma(2, 0.3, count), 6).tolist())),
                "average_perturb_loss": dict(zip(keys, np.round(generator.gamma(9, 0.3, (count, wrong)), 6).tolist())),
                "rougeL_recall": dict(zip(keys, np.round(generator.uniform(0.2, 1, count), 6).tolist())),
            }
        return made

    def score(log):
        sets = {}
        for name, file in SETS.items():
            columns = {title: np.array(list(it.values())) for title, it in log[file].items()}
            own, wrong = np.exp(-columns["avg_gt_loss"]), np.exp(-columns["average_perturb_loss"])
            if name in ("realAuthors", "worldFacts"):
                own = own / (own + wrong.sum(-1))
            inverse = np.exp(columns["average_perturb_loss"].mean(-1) - columns["avg_paraphrased_loss"])
            truth = np.minimum(inverse, 1 / inverse) if name == "forget" else np.maximum(0, 1 - 1 / inverse)
            sets[name] = {"probability": float(own.mean()), "rougeLRecall": float(columns["rougeL_recall"].mean()),
                          "truthRatio": float(truth.mean())}
        kept = [value for name in list(SETS)[:3] for value in sets[name].values()]
        return sets, float(stats.hmean(kept))

    def ratios(log):
        forget = log[SETS["forget"]]
        wrong = np.array(list(forget["average_perturb_loss"].values())).mean(-1)
        return np.exp(wrong - np.array(list(forget["avg_paraphrased_loss"].values())))

    unlearned, retain = log(1.2), log(0.4)
    (sets, utility), (retain_sets, retain_utility) = score(unlearned), score(retain)
    test = stats.ks_2samp(ratios(unlearned), ratios(retain))
    return {"unlearned": unlearned, "retain": retain, "result": {
        "ksStatistic": float(test.statistic), "pValue": float(test.pvalue), "modelUtility": utility,
        "retainModelUtility": retain_utility, "sets": sets, "retainSets": retain_sets}}


def metrics():
    """Formulas of open-unlearning, mimir, mink-plus-plus, ml_privacy_meter, muse_bench and TensorFlow
    Privacy, which are not packages that pip installs: written out in numpy. ROUGE by rouge-score."""
    generator = np.random.default_rng(20240402)
    forced = []
    for length in [1, 2, 5, 9, 30]:
        for miss in [0, 0.2, 0.9]:
            ids = generator.integers(0, 50, length)
            likely = np.where(generator.random(length) < miss, 50 + ids, ids)
            hits = likely == ids
            k = next((k for k in range(length + 1) if hits[k:].all()))
            forced.append({"ids": ids.tolist(), "mostLikelyIds": likely.tolist(),
                           "exact": float(hits.mean()), "strength": 1 - k / length})

    attacks = []
    for length in [1, 4, 23]:
        logits = np.round(generator.normal(0, 3, (length, 17)), 4)
        ids = generator.integers(0, 17, length)
        log_p = special.log_softmax(logits, axis=-1)
        p = np.exp(log_p)
        mu = (p * log_p).sum(-1)
        sigma = (p * log_p**2).sum(-1) - mu**2
        token = log_p[np.arange(length), ids]
        z = (token - mu) / np.sqrt(np.maximum(sigma, 1e-6))
        reference = np.round(token + generator.normal(0, 0.5, length), 6)
        lowest = lambda values, k: float(np.sort(values)[: max(1, int(k * length))].mean())
        attacks.append({
            "logits": logits.tolist(), "ids": ids.tolist(), "logProbs": token.tolist(),
            "means": mu.tolist(), "variances": sigma.tolist(), "referenceLogProbs": reference.tolist(),
            "loss": float(token.mean()), "zlib41": float(token.mean() / 41), "reference": float(token.mean() - reference.mean()),
            "minK": [[k, lowest(token, k)] for k in (0.2, 0.4, 1)],
            "minKPlusPlus": [[k, lowest(z, k)] for k in (0.2, 0.4, 1)],
        })

    rated = [{"logProb": round(float(-generator.gamma(2, 0.6)), 5),
              "referenceLogProbs": np.round(-generator.gamma(2, 0.6, 3), 5).tolist()} for _ in range(25)]
    rmia = []
    for a in (0, 0.3, 1):
        ratio = np.array([np.exp(it["logProb"]) / ((1 + a) / 2 * np.exp(it["referenceLogProbs"]).mean() + (1 - a) / 2) for it in rated])
        rmia.append([a, [float((r / ratio >= 1).mean()) for r in ratio]])

    forget, never = generator.normal(0.4, 1, 40), generator.normal(0, 1, 35)
    forget_by_reference, never_by_reference = generator.normal(0, 1, 40), generator.normal(0, 1, 35)
    # muse_bench: texts to forget stand for non-members, texts never seen for members, scored by likelihood:
    # near 0 where the model still finds what it should forget likelier.
    area = lambda members, others: roc_auc_score([0] * len(members) + [1] * len(others), np.concatenate([members, others]))
    own, reference = area(forget, never), area(forget_by_reference, never_by_reference)
    leak = {"forget": forget.tolist(), "neverSeen": never.tolist(), "referenceForget": forget_by_reference.tolist(),
            "referenceNeverSeen": never_by_reference.tolist(), "privLeak": float(100 * (own - reference) / reference)}

    losses = np.round(generator.gamma(9, 1, 64), 1).tolist()
    exposures = [[loss, float(np.log2(64) - np.log2(1 + sum(it < loss for it in losses)))] for loss in (0.5, losses[3], 9.05, 90)]

    scores = np.round(generator.random(9), 2).tolist()
    worst = [[k, float(np.mean([max(it) for it in itertools.combinations(scores, k)]))] for k in range(1, 10)]

    texts = ["", "a", "Lethe", "the river lethe forgets every name it carries to the sea, and the sea forgets the river",
             "Ana Souza mora na rua das Acácias, 12; nasceu em São João del-Rei. " * 3, "忘れる川 🌊 " * 20,
             "".join(chr(97 + int(it)) for it in generator.integers(0, 26, 900))]
    return {
        "forced": forced, "attacks": attacks, "rated": rated, "rmia": rmia, "privLeak": leak,
        "otherLosses": losses, "exposures": exposures, "scores": scores, "worst": worst,
        "zlib": [[text, len(zlib.compress(text.encode()))] for text in texts],
    }


def stems():
    """NLTK's Porter stemmer on words for each of its rules, and rouge-score's stemmed ROUGE-L recall."""
    words = """caresses ponies ties dies flies caress cats gas feed agreed plastered bled motoring sing spied
        conflated troubled sized hopping tanned falling hissing fizzed failing filing happy sky skies enjoy by spy
        relational conditional rational valenci hesitanci digitizer conformabli radicalli differentli vileli
        analogousli vietnamization predication operator feudalism decisiveness hopefulness callousness formaliti
        sensitiviti sensibiliti hopefulli geologi theologi apologi logi triplicate formative formalize electriciti electrical
        hopeful goodness revival allowance inference airliner gyroscopic adjustable defensible irritant replacement
        adjustment dependent adoption homologou communism activate angulariti homologous effective bowdlerize
        probate rate cease controll roll dying news innings outing canning howe proceed exceed succeed yyyy syzygy toy
        ability authors writings celebrated generously tonally totally nationally literary awarded born cities used
        using being ed ing ion eed ied died 1990s x2 aeiou bcd see seeing bees oed wooed iing alli alliance bli""".split()
    stemmer = porter.PorterStemmer()
    scorer = rouge_scorer.RougeScorer(["rougeL"], use_stemmer=True)
    generator = random.Random(1980)
    pairs = [("", "river"), ("São João", "Sao Joao"), ("It's the author's 2nd novel.", "The authors' 2nd novels")]
    for _ in range(30):
        pairs.append(tuple(" ".join(generator.choice(words) for _ in range(generator.randint(1, 12))) for _ in range(2)))
    return {
        "stems": [[word, stemmer.stem(word)] for word in words],
        "recalls": [[a, b, scorer.score(a, b)["rougeL"].recall] for a, b in pairs],
    }


def write(name, value):
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    (GOLDENS / name).write_text(f"{text}\n", encoding="utf-8")
    print(f"{name}: {len(text):,} characters")


if __name__ == "__main__":
    for package, wanted in VERSIONS.items():
        if version(package) != wanted:
            raise SystemExit(f"{package} {wanted} is needed, {version(package)} is here")
    write("distributions.json", distributions())
    write("proportions.json", proportions())
    write("samples.json", samples())
    write("tofuLogs.json", tofu())
    write("forgettingMetrics.json", metrics())
    write("stems.json", stems())
