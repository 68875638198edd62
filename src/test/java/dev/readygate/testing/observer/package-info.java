/** An observer that sees only the events of the API server, and knows the invariants: docs/gates.md in other words. */
package dev.readygate.testing.observer;
