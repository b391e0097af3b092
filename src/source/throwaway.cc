#include "source/throwaway.h"

namespace trueup::source {

Result<db::Scratch*> Throwaway::get() {
  if (!allowed_)
    return Error{.message = "this needs the embedded server, which --no-scratch forbids",
                 .hint = "leave --no-scratch out"};
  if (!running_ && !failed_) {
    auto started = db::Scratch::start(options_);
    if (started)
      running_ = std::move(*started);
    else
      failed_ = started.error();
  }
  if (failed_) return *failed_;
  return &*running_;
}

bool Throwaway::begin_with(const std::string& key) {
  if (running_ || failed_) return false;
  options_.kept = key;
  return true;
}

void Throwaway::want(int server_version, const std::string& encoding, const std::string& locale) {
  options_.server_version = server_version;
  if (!encoding.empty()) options_.encoding = encoding;
  if (!locale.empty()) options_.locale = locale;
}

}  // namespace trueup::source
