/** Asks Prometheus: one request for all who ask the same, and never more of an answer than fits. */
package dev.readygate.signals.prometheus;
