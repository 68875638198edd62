/**
 * Shells driven by the cluster: they fetch facts, pass them to the pure core, and carry out its decisions. No rule
 * lives here.
 */
package dev.readygate.controller;
