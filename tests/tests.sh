# shellcheck shell=bash disable=SC2015,SC2154  # a part of ./portal, which says what the variables are
# Runs the test suites and adds up what they counted.

suites=(unit component integration browser)

# run_suite NAME: its output appears when it ends, so that two at a time stay readable.
run_suite() {
  local name=$1 project=ReadinessPortal.${1^}Tests
  local folder=$root/tests/$project/bin/Debug/net10.0
  dotnet test "$folder/$project.dll" --results-directory "$results" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 10m --blame-hang-dump-type none ${filter:+--filter "$filter"} \
    >"$results/$name.log" 2>&1 </dev/null 8>&- 9>&- || touch "$results/$name.broken"
  printf '\n== %s\n' "$name"
  grep -vE "^(VSTest version|Starting test|A total of|Results File:|Data collector|$)" "$results/$name.log" || true
}

# run_lanes LANE...: the suites of a lane one after the other, the lanes side by side.
run_lanes() {
  local lane name lanes=()
  set -m   # each lane in a process group of its own, so that it can be ended as a whole
  for lane in "$@"; do
    for name in $lane; do
      [[ " ${chosen[*]} " != *" $name "* ]] || run_suite "$name"
    done &
    lanes+=("-$!")
  done
  set +m
  trap 'kill -TERM -- "${lanes[@]}" 2>/dev/null; exit 130' INT TERM HUP
  wait
}

# counted ATTRIBUTE: of the suite in $counters.
counted() { [[ $counters =~ \ $1=\"([0-9]+)\" ]] && echo "${BASH_REMATCH[1]}" || echo 0; }

durations() {
  local name wanted='.* testName="(ReadinessPortal\.[^.]*Tests\.)?([^"]*)".* duration="00:([0-9:.]{9}).*'
  for name in "${chosen[@]}"; do
    grep -ho '<UnitTestResult [^>]*' "$results/$name.trx" 2>/dev/null |
      sed -nE "s/$wanted/\\3  $name  \\2/p" |
      sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
  done
}

# Closes with one line; succeeds when nothing failed and every suite did something.
sum_up() {
  local name counters total=0 passed=0 failed=0
  printf '\n== the ten slowest tests\n'
  durations | sort -r | head -n 10 | sed -E '/^00:[01]/!s/$/  (longer than 20 s: too long)/' || true
  for name in "${chosen[@]}"; do
    counters=$(grep -ho '<Counters [^>]*' "$results/$name.trx" 2>/dev/null || true)
    total=$(( total + $(counted total) )) passed=$(( passed + $(counted passed) ))
    failed=$(( failed + $(counted executed) - $(counted passed) ))
    if [[ -f $results/$name.broken && $(counted executed) == "$(counted passed)" ]]; then
      printf '\n%s broke off: counted as one failure\n' "$name"
      (( failed += 1, total += 1 ))
    elif [[ $(counted total) == 0 && -z $only ]]; then
      printf '\n%s ran no test: counted as one failure\n' "$name"
      (( failed += 1, total += 1 ))
    fi
  done
  printf '\n%d passed, %d failed' "$passed" "$failed"
  (( total == passed + failed )) || printf ', %d skipped' $(( total - passed - failed ))
  printf '\n'
  (( failed == 0 && passed > 0 ))
}

verb_test() {
  local chosen=() filter='Category!=Long' only='' results=$data/test/results
  while [[ $# != 0 ]]; do
    case $1 in
      --long) filter='' ;;
      --filter)
        only=${2:-}
        [[ -n $only ]] && shift || die "--filter needs an expression, as dotnet test takes it."
        ;;
      unit | component | integration | browser) chosen+=("$1") ;;
      *) die "test does not know '$1': ./portal test [--long] [--filter EXPRESSION] [${suites[*]}]" ;;
    esac
    shift
  done
  (( ${#chosen[@]} )) || chosen=("${suites[@]}")
  [[ -z $only ]] || filter="${filter:+($filter)&}($only)"
  need_dotnet
  find_chromium >/dev/null || install_packages Chromium chromium-headless-shell
  have openssl || install_packages openssl openssl
  have qpdf && have pdftotext || install_packages "qpdf or pdftotext" qpdf poppler-utils
  test_cluster_at   # before building, because it may have to install PostgreSQL
  rm -rf "$results" && mkdir -p "$results"
  say "building"
  build "$root/ReadinessPortal.sln" || die "it does not build; the compiler's reasons are above."
  unset "${!ConnectionStrings__@}"   # tests never touch a server that somebody uses
  join_cluster start_test_cluster
  eval "$(test_settings)"
  # Processes that live for minutes: what the runtime spends on learning about them and on better code never comes back.
  export DOTNET_TieredPGO=0 DOTNET_EnableWriteXorExecute=0 DOTNET_TC_CallCountThreshold=12C # hexadecimal: 300 calls
  # All at once they take longer on two cores than one after the other: the browsers get the machine for themselves.
  run_lanes integration "unit component"
  run_lanes browser
  sum_up && spent=yes   # else somebody wants to look
}
