#!/bin/sh -e
# Cuts the faces of scripts.txt out of unpacked packages; README.md says which. Usage: cut.sh PACKAGES OUT
# Needs pyftsubset and Python's brotli, of the versions named there. Layout rules stay, hints go.
packages=$1 out=$2 here=$(cd "$(dirname "$0")" && pwd)
always=0020,00A0,200B-200D,25CC
served=

source_of() {
    find -L "$packages" \( -name "$1-Regular.ttf" -o -name "$1_400Regular.ttf" \) | sort | head -n 1
}

# What an earlier face of the same script has already is left out.
rest_of() {
    python3 - "$@" <<'PY'
import sys
from fontTools.ttLib import TTFont
face, wanted, *earlier = sys.argv[1:]
ranges = [tuple(int(n, 16) for n in (r + "-" + r).split("-")[:2]) for r in wanted.split(",")]
have = set(TTFont(face).getBestCmap())
for other in earlier:
    have -= set(TTFont(other).getBestCmap())
print(",".join(f"{c:X}" for c in sorted(have) if any(a <= c <= b for a, b in ranges)))
PY
}

mkdir -p "$out"
grep -v '^#' "$here/scripts.txt" | while read -r name ranges; do
    face=$(source_of "$name")
    wanted=$(echo "$ranges" | tr ' ' ',')
    case $name in
        NotoSansSC) served=$face ;;
        NotoSansJP | NotoSansTC) wanted=$(rest_of "$face" "$wanted" $served); served="$served $face" ;;
    esac
    features='*'
    case $name in NotoSansSC | NotoSansJP | NotoSansTC) features='ccmp' ;; esac
    pyftsubset "$face" --unicodes="$always,$wanted" --layout-features="$features" --no-hinting --notdef-outline \
        --name-IDs=0,1,2,4,6,13,14 --no-recalc-timestamp --no-prune-unicode-ranges \
        --drop-tables+=BASE,STAT,vhea,vmtx,VORG,gasp,MATH,meta --output-file="$out/$name.ttf"
    python3 -c '
import brotli, sys
data = open(sys.argv[1], "rb").read()
open(sys.argv[1] + ".br", "wb").write(brotli.compress(data, quality=11, lgwin=24))' "$out/$name.ttf"
    rm "$out/$name.ttf"
done
