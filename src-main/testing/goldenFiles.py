"""Where the goldens lie, the versions they are made with, and how they are written."""

import json
from importlib.metadata import version
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLDENS = HERE / "goldens"

VERSIONS = {
    "torch": "2.14.1",
    "transformers": "5.23.0",
    "peft": "0.21.2",
    "tokenizers": "0.23.3",
    "sentencepiece": "0.2.3",
    "protobuf": "7.36.2",
    "safetensors": "0.8.0",
    "numpy": "2.4.6",
    "jinja2": "3.1.6",
}


def check_versions():
    for package, wanted in VERSIONS.items():
        found = version(package).split("+")[0]
        if found != wanted:
            raise SystemExit(f"{package} {wanted} is wanted, found {found}")


def write_json(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path.relative_to(HERE)}  {len(text.encode()):,} bytes")


def rounded(tensor):
    """Nested lists with 7 significant digits."""
    if tensor.dim() > 0:
        return [rounded(row) for row in tensor]
    return float(f"{tensor.item():.7g}")
