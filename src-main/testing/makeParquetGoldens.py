"""Writes the Parquet files that the reader is tested with, and what pyarrow reads from them.

    VENV/bin/pip install pyarrow==25.0.1
    VENV/bin/python src-main/testing/makeParquetGoldens.py

Small files: nested columns as chats have them, every codec, dictionaries, several row groups, nulls, numbers.
"""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

FOLDER = Path(__file__).parent / "goldens" / "parquet"


def chats(count):
    turn = pa.struct([("role", pa.string()), ("content", pa.string())])
    rows = [
        {
            "messages": [
                {"role": "system", "content": "Be brief."},
                {"role": "user", "content": f"Quem é a pessoa {n}? ✓"},
                {"role": "assistant", "content": f"A pessoa {n} mora no apartamento {n % 7}."},
            ][n % 2 :],
            "subject": None if n % 3 == 0 else f"Person {n % 5}",
            "tags": [f"t{k}" for k in range(n % 3)],
            "score": n / 8,
            "number": 2**53 + n if n == 1 else n,
            "checked": n % 2 == 0,
        }
        for n in range(count)
    ]
    schema = pa.schema(
        [
            ("messages", pa.list_(turn)),
            ("subject", pa.string()),
            ("tags", pa.list_(pa.string())),
            ("score", pa.float64()),
            ("number", pa.int64()),
            ("checked", pa.bool_()),
        ]
    )
    return pa.Table.from_pylist(rows, schema=schema)


def texts(count):
    rows = {"text": [f"Line {n} of a text, again and again." for n in range(count)]}
    return pa.table({**rows, "kind": ["a" if n % 4 else "b" for n in range(count)]})


def main():
    FOLDER.mkdir(exist_ok=True)
    expected = {}

    def write(name, table, **options):
        pq.write_table(table, FOLDER / name, **options)
        expected[name] = pq.read_table(FOLDER / name).to_pylist()

    for codec in ["none", "snappy", "gzip", "zstd", "brotli", "lz4"]:
        write(f"chats-{codec}.parquet", chats(12), compression=codec, row_group_size=5)
    write("chats-v2.parquet", chats(12), data_page_version="2.0", compression="snappy")
    write("texts-delta.parquet", texts(40), use_dictionary=["kind"], compression="zstd",
          column_encoding={"text": "DELTA_BYTE_ARRAY"})
    write("empty.parquet", texts(0))
    (FOLDER / "expected.json").write_text(json.dumps(expected, ensure_ascii=False) + "\n")


main()
