#include "verify/cases/six_properties.h"

#include <fmt/format.h>

#include <fstream>
#include <optional>
#include <set>
#include <sstream>

#include "canonical/canonicalise.h"
#include "diff/current_role.h"
#include "diff/secrets.h"
#include "diff/stated.h"
#include "effects/effects.h"
#include "online/online.h"
#include "plan/parking.h"
#include "verify/agree.h"
#include "verify/load.h"
#include "verify/prove.h"
#include "verify/read_back.h"
#include "verify/renames.h"
#include "verify/roles.h"
#include "verify/run_code.h"
#include "verify/settle.h"
#include "verify/site.h"

namespace trueup::verify {

namespace fs = std::filesystem;

namespace {

std::string read_text(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream(file).rdbuf();
  return std::move(text).str();
}

std::set<std::string> expectations(const fs::path& directory) {
  std::set<std::string> words;
  std::istringstream text(read_text(directory / "expect"));
  for (std::string word; text >> word;) words.insert(word);
  return words;
}

class Case {
 public:
  Case(const Pair& pair, db::Scratch& scratch, Slices* slices) : scratch_(scratch), pair_(pair), slices_(slices) {}

  Outcome run();
  std::optional<PairPlans> plans();

 private:
  /// The file as a server takes it, and as the parser does.
  struct End {
    std::vector<parse::Script> scripts;
    Catalog loaded;
    Catalog parsed;
    parse::Subjects subjects;
  };

  bool read_end(const char* file, const std::string& sql, End& end);
  void check_agreement(const char* file, const End& end);
  bool make_plans(End& old_end, End& new_end);
  void check_only_renames();
  [[nodiscard]] ProofInput proof_input(const End& old_end, const End& new_end) const;
  std::optional<Proof> check_proof(const ProofInput& input);
  void check_slice(const ProofInput& input, bool whole_holds, const char* which);
  void check_slices(const End& old_end, const End& new_end, bool whole_holds);
  bool fail(std::string what) {
    outcome_.failures.push_back(std::move(what));
    return false;
  }
  [[nodiscard]] bool expects(const char* word) const { return pair_.expected.contains(word); }

  db::Scratch& scratch_;
  const Pair& pair_;
  Slices* slices_;
  Renamed renamed_;
  plan::Plan up_;
  plan::Plan down_;
  plan::Parking parking_;
  Outcome outcome_;
};

bool Case::read_end(const char* file, const std::string& sql, End& end) {
  end.scripts = {{file, sql}};
  if (!pair_.background.empty()) end.scripts.push_back({"background.sql", pair_.background});
  Result<Site> site = Site::make(scratch_, {});
  if (!site) return fail(site.error().message);
  Result<Loaded> loaded = load(*site, end.scripts, Scope::everything);
  if (!loaded) return fail(loaded.error().message);
  for (const Diagnostic& failed : loaded->failed) fail("the server refuses " + to_string(failed));
  outcome_.refused_by_server = outcome_.refused_by_server || !loaded->failed.empty();
  Result<Catalog> catalog = read_back(*site);
  if (!catalog) return fail(catalog.error().message);
  end.loaded = std::move(*catalog);
  end.parsed = parse::read(end.scripts, {.server_version = scratch_.server_version(), .strict = false}, &end.subjects);
  end.parsed.server_version = scratch_.server_version();
  for (const Diagnostic& diagnostic : end.parsed.diagnostics)
    if (diagnostic.severity == Severity::error) fail("the parser refuses " + to_string(diagnostic));
  if (!end.parsed.code.empty())
    complete_with_code(
        end.parsed,
        {.loaded = end.loaded, .failed = loaded->failed, .acting = scratch_.user(), .roles_made = loaded->roles_made});
  return outcome_.failures.empty();
}

void Case::check_agreement(const char* file, const End& end) {
  Agreement agreement;
  Catalog parsed = end.parsed;
  parsed.extension_members = end.loaded.extension_members;
  canonical::canonicalise(parsed);
  compare_doors(parsed, end.loaded, agreement);
  for (const Disagreement& difference : agreement.differences)
    fail(fmt::format("{}: the doors disagree: {} {}: parsed {}, loaded {}", file, to_string(difference.id),
                     difference.field, difference.parsed, difference.loaded));
}

void Case::check_only_renames() {
  for (const plan::Plan* plan : {&up_, &down_})
    for (const plan::Segment& segment : plan->segments)
      for (const plan::Step& step : segment.steps)
        if (const std::string& sql = step.statement.sql;
            sql.find(" RENAME ") == std::string::npos && sql.find(" SET SCHEMA ") == std::string::npos)
          fail("more than renames: " + sql);
}

/// As the command plans: files against a live database.
bool Case::make_plans(End& old_end, End& new_end) {
  Catalog& from = old_end.loaded;
  Catalog& to = new_end.parsed;
  to.extension_members = from.extension_members;
  canonical::canonicalise(to);
  diff::keep_stated_roles(from, to);
  to.current_user = from.current_user;
  to.roles.insert(from.roles.begin(), from.roles.end());
  diff::resolve_current_role(from, to);
  Diagnostics said;
  renamed_ = take_renames(from, to, {}, said);
  for (const Diagnostic& diagnostic : said)
    if (diagnostic.severity == Severity::error) fail(to_string(diagnostic));
  diff::share_secrets(from, to);
  for (auto& [id, object] : to.objects) {
    const auto* sequence = std::get_if<Sequence>(&object.payload);
    if (sequence != nullptr && sequence->owned_by) continue;
    if (const Object* live = from.find(id); live != nullptr && !object.owner) object.owner = live->owner;
  }
  diff::Difference difference = diff::compare(from, to);
  if (!difference.undecided.empty()) {
    (void)settle(from, to, new_end.loaded, difference.undecided, scratch_);
    difference = diff::compare(from, to);
  }
  for (const diff::Undecided& open : difference.undecided)
    fail(fmt::format("undecided: {} {}", to_string(open.id), open.field));
  if (expects("parks")) parking_ = plan::park(from, to, difference, {});
  if (expects("not-parked") == parking_.said.empty())
    fail(parking_.said.empty() ? "there is nothing to say about parking" : to_string(parking_.said.front()));
  Result<plan::Plan> up = plan::make(from, to, difference, parking_);
  Result<plan::Plan> down = plan::make(to, from, diff::compare(to, from), parking_);
  if (expects("refused")) return up ? fail("refused was expected, but there is a plan") : false;
  if (!up || !down) return fail("no plan: " + (up ? down : up).error().message);
  up_ = std::move(*up);
  down_ = std::move(*down);
  add_renames(up_, down_, renamed_, from);
  const bool renames = !renamed_.renaming.empty();
  const effects::Ends way = {
      .before = renames ? renamed_.before : from, .from = from, .to = to, .renaming = &renamed_.renaming};
  const effects::Ends back = {.before = to, .from = to, .to = from};
  effects::describe(up_, way);
  effects::describe(down_, back);
  if (pair_.online) {
    online::rewrite(up_, way, nullptr);
    online::rewrite(down_, back, nullptr);
  }
  if (!expects("anything") && expects("noop") != up_.empty())
    fail(up_.empty() ? "nothing is planned"
                     : "nothing was to be planned, but: " + up_.segments[0].steps[0].statement.sql);
  if (expects("renames")) check_only_renames();
  if (!expects("anything") && expects("destroys") != !up_.destructions().empty())
    fail(up_.destructions().empty() ? "the plan does not say that it destroys something"
                                    : "the plan destroys " + up_.destructions()[0].what);
  return true;
}

ProofInput Case::proof_input(const End& old_end, const End& new_end) const {
  return {.from = renamed_.renaming.empty() ? old_end.loaded : renamed_.before,
          .to = new_end.parsed,
          .up = up_,
          .down = down_,
          .renaming = &renamed_.renaming,
          .renamed = &old_end.loaded,
          .desired = new_end.scripts,
          .subjects = &new_end.subjects,
          .loaded = &new_end.loaded,
          .parked = parking_.ids()};
}

std::optional<Proof> Case::check_proof(const ProofInput& input) {
  Result<Proof> proof = prove_whole(input, scratch_);
  if (proof) return std::move(*proof);
  fail(proof.error().message);
  return std::nullopt;
}

std::string in_words(const Failure& failure) {
  return fmt::format("{}{}{}{}{}", failure.what, failure.statement.empty() ? "" : "\n      at ", failure.statement,
                     failure.message.empty() ? "" : "\n      ", failure.message);
}

void Case::check_slice(const ProofInput& input, bool whole_holds, const char* which) {
  Result<std::optional<Proof>> proof = prove_slice(input, scratch_, 1.0);
  if (!proof) {
    fail(proof.error().message);
    return;
  }
  ++(*proof ? slices_->compared : slices_->not_tried);
  if (!*proof) return;
  slices_->loaded += (*proof)->share.loaded;
  slices_->total += (*proof)->share.total;
  if ((*proof)->ok == whole_holds) return;
  fail(fmt::format("{}: the slice says {}, the whole {}", which, (*proof)->ok ? "proven" : "not proven",
                   whole_holds ? "proven" : "not proven"));
  for (const Failure& failure : (*proof)->failures) fail("the slice: " + in_words(failure));
}

/// The same verdict on the plan, and on one that lacks its last statement.
void Case::check_slices(const End& old_end, const End& new_end, bool whole_holds) {
  const ProofInput input = proof_input(old_end, new_end);
  check_slice(input, whole_holds, "the plan");
  if (up_.empty()) return;
  plan::Plan spoilt = up_;
  spoilt.segments.back().steps.pop_back();
  const ProofInput wrong = {.from = input.from,
                            .to = input.to,
                            .up = spoilt,
                            .down = input.down,
                            .renaming = input.renaming,
                            .renamed = input.renamed,
                            .desired = input.desired,
                            .subjects = input.subjects,
                            .loaded = input.loaded,
                            .parked = input.parked};
  if (const std::optional<Proof> proof = check_proof(wrong)) check_slice(wrong, proof->ok, "a plan without its end");
}

Outcome Case::run() {
  End old_end;
  End new_end;
  if (!read_end("new.sql", pair_.new_sql, new_end) || !read_end("old.sql", pair_.old_sql, old_end))
    return std::move(outcome_);
  check_agreement("old.sql", old_end);
  check_agreement("new.sql", new_end);
  if (!make_plans(old_end, new_end)) return std::move(outcome_);
  const std::optional<Proof> proof = check_proof(proof_input(old_end, new_end));
  if (!proof) return std::move(outcome_);
  for (const Failure& failure : proof->failures) fail(in_words(failure));
  if (slices_) check_slices(old_end, new_end, proof->ok);
  return std::move(outcome_);
}

std::optional<PairPlans> Case::plans() {
  End old_end;
  End new_end;
  if (!read_end("new.sql", pair_.new_sql, new_end) || !read_end("old.sql", pair_.old_sql, old_end)) return std::nullopt;
  (void)make_plans(old_end, new_end);
  PairPlans plans{.up = std::move(up_), .down = std::move(down_), .roles = {}};
  collect_roles(old_end.loaded, plans.roles);
  collect_roles(new_end.parsed, plans.roles);
  return plans;
}

}  // namespace

std::optional<PairPlans> plans_of(const Pair& pair, db::Scratch& scratch) {
  return Case(pair, scratch, nullptr).plans();
}

Outcome six_properties(const Pair& pair, db::Scratch& scratch, Slices* slices) {
  return Case(pair, scratch, slices).run();
}

Pair read_pair(const fs::path& directory, bool with_background) {
  return {.old_sql = read_text(directory / "old.sql"),
          .new_sql = read_text(directory / "new.sql"),
          .expected = expectations(directory),
          .background = with_background ? read_text(directory.parent_path().parent_path() / "background.sql") : ""};
}

}  // namespace trueup::verify
