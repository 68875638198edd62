/** Somebody who sees only what the API server tells, and knows what must never be: docs/explain/gates.md in other words. */
package dev.readygate.testing.observer;
