/** Asks Prometheus: one request for all equal queries, and never more of an answer than fits into memory. */
package dev.readygate.signals.prometheus;
