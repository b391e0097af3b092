//! Nothing of its own: the archive is wanted for libpg_query's C functions, which pg_query brings.
extern crate pg_query;
