#include "plan/segments.h"

namespace trueup::plan {

void Segments::add(Step step) {
  const ddl::Transaction transaction = step.statement.transaction;
  const bool inside = transaction != ddl::Transaction::outside;
  if (closed_ || !inside || !segments_.back().transactional)
    segments_.push_back({.transactional = inside, .steps = {}});
  segments_.back().steps.push_back(std::move(step));
  closed_ = transaction != ddl::Transaction::inside;
}

}  // namespace trueup::plan
