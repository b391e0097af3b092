#pragma once

#include "parse/directive.h"
#include "parse/step.h"

namespace trueup::parse {

/// Notes on the object (Object::renamed_from) what a directive at one of its statement's places says. The statement is
/// folded. Where no object with a name of its own stands there: a warning.
void attach(const Step& step, const Directive& directive);

}  // namespace trueup::parse
