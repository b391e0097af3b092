# The trial: how the desired side and PostgreSQL's own texts compare, over tables of pairs. Not installed,
# and built by scripts/trial (and scripts/test --long) alone.
add_executable(trial EXCLUDE_FROM_ALL src/trial/main.cc src/trial/pairs.cc src/trial/report.cc src/trial/stored.cc
               src/trial/stored_table.cc src/trial/tsv.cc src/trial/verdict.cc)
target_link_libraries(trial PRIVATE canonical parse)
