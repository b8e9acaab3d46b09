#!/bin/bash
# The rehearsal for the start-up cache: "$@" is a java command up to and including its class path.
# Each line is one command line of cotejo, and all of them run in one JVM. Whatever they load starts fast later,
# so name here what people do often, on data small enough for a second.
exec "$@" org.cotejo.app.Rehearsal <<'LINES'
--version
--help
LINES
