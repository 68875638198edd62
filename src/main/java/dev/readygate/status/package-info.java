/** Pure: decision, numbers and what was said before become what is said now. The only author of conditions. */
package dev.readygate.status;
