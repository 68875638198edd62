/**
 * Pure: turns a decision, its numbers and the previous status into the current status. The only author of
 * conditions.
 */
package dev.readygate.status;
