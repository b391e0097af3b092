#pragma once

#include <string>

#include "apply/job.h"
#include "migrations/revision.h"
#include "plan/plan.h"

namespace trueup::apply {

/// A plan as a job. Its statements are kept in the journal unless one of them holds a secret.
[[nodiscard]] Job job_of(const plan::Plan& plan);

/// One revision in one direction as a job: run with the search path that a new session has, as other tools do. Its
/// statements are not kept: its file does that.
[[nodiscard]] Job job_of(const migrations::Revision& revision, Direction direction);

}  // namespace trueup::apply
