#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "db/scratch.h"
#include "db/scratch_process.h"

namespace trueup::db {

// Data directories of the embedded server that are kept for later runs in the user's cache directory, by a key that
// says what was done to them. Each is built aside and then renamed; at most `most_kept` stay, those used last. Nothing
// here fails a run: what cannot be kept or read is done without.

inline constexpr int most_kept = 12;

/// What the server that `options` ask for would be made of: its programs, locale and encoding. Part of every key.
/// nullopt where there is no such server of our own, or no cache directory.
[[nodiscard]] std::optional<std::string> server_identity(const ScratchOptions& options);

/// Whether a state is kept under `key`.
[[nodiscard]] bool is_kept(const std::string& key);

/// Copies the data of the state kept under `key` to the new directory `data`, and gives the note that was kept with it.
/// nullopt, and nothing at `data`, when there is none or it cannot be read.
[[nodiscard]] std::optional<std::string> take_kept(const std::string& key, const std::string& data,
                                                   const ServerUser& user);

/// Keeps a copy of `data` with `note`. Nothing may write to `data` meanwhile.
void keep_state(const std::string& key, const std::string& data, const std::string& note);

/// Throws away what is kept under `key`.
void forget_kept(const std::string& key);

/// Remembers that something was shown: `key` says what.
void remember_shown(const std::string& key);
[[nodiscard]] bool was_shown(const std::string& key);

}  // namespace trueup::db
