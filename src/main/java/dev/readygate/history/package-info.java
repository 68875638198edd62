/** Pure: what became of each rollout, from what was known before and what is decided now. */
package dev.readygate.history;
