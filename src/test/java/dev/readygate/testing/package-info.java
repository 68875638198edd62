/** A real cluster for tests, and a vocabulary for stories about it. */
package dev.readygate.testing;
