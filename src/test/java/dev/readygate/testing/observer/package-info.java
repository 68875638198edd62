/** An observer that sees only the API server's answers, and knows which states docs/explain/gates.md forbids. */
package dev.readygate.testing.observer;
