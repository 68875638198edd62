/** A real cluster for tests, and words to tell stories about it. */
package dev.readygate.testing;
