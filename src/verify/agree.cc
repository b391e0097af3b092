#include "verify/agree.h"

#include "canonical/canonicalise.h"
#include "diff/compare.h"
#include "diff/current_role.h"
#include "verify/expect.h"
#include "verify/load.h"
#include "verify/read_back.h"
#include "verify/site.h"

namespace trueup::verify {

namespace {

struct Both {
  Catalog loaded;
  Agreement agreement;
};

Result<Both> load_whole(const std::vector<parse::Script>& scripts, db::Scratch& scratch) {
  Result<Site> site = Site::make(scratch, {});
  if (!site) return site.error();
  Result<Loaded> loaded = load(*site, scripts, Scope::everything);
  if (!loaded) return loaded.error();
  Result<Catalog> catalog = read_back(*site);
  if (!catalog) return catalog.error();
  Both both{.loaded = std::move(*catalog), .agreement = {}};
  both.agreement.server = scratch.version_text();
  both.agreement.failed = std::move(loaded->failed);
  both.agreement.left_out = std::move(loaded->left_out);
  return both;
}

}  // namespace

void compare_doors(const Catalog& stated, Catalog loaded, Agreement& agreement) {
  Catalog parsed = stated;
  diff::resolve_current_role(loaded, parsed);
  leave_open_unstated(loaded, parsed, {});
  const diff::Difference difference = diff::compare(loaded, parsed);
  for (const diff::Delta& delta : difference.deltas) {
    if (delta.change == diff::Change::create)
      agreement.differences.push_back({.id = delta.id, .field = {}, .parsed = to_string(delta.id), .loaded = {}});
    if (delta.change == diff::Change::drop)
      agreement.differences.push_back({.id = delta.id, .field = {}, .parsed = {}, .loaded = to_string(delta.id)});
    for (const std::string& field : delta.fields)
      agreement.differences.push_back({.id = delta.id,
                                       .field = field,
                                       .parsed = field_value(*parsed.find(delta.id), field),
                                       .loaded = field_value(*loaded.find(delta.id), field)});
  }
  agreement.undecided = static_cast<int>(difference.undecided.size());
}

Result<Agreement> agree(const Catalog& parsed, const std::vector<parse::Script>& scripts, db::Scratch& scratch) {
  Result<Both> both = load_whole(scripts, scratch);
  if (!both) return both.error();
  compare_doors(parsed, std::move(both->loaded), both->agreement);
  return std::move(both->agreement);
}

Result<Agreement> agree(const std::vector<parse::Script>& scripts, db::Scratch& scratch) {
  Result<Both> both = load_whole(scripts, scratch);
  if (!both) return both.error();
  Catalog parsed = parse::read(scripts, {.server_version = scratch.server_version(), .strict = false});
  parsed.extension_members = both->loaded.extension_members;
  canonical::canonicalise(parsed);
  compare_doors(parsed, std::move(both->loaded), both->agreement);
  Diagnostics& left_out = both->agreement.left_out;
  for (const Diagnostic& diagnostic : parsed.diagnostics)
    (diagnostic.severity == Severity::error ? both->agreement.failed : left_out).push_back(diagnostic);
  return std::move(both->agreement);
}

}  // namespace trueup::verify
