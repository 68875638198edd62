/** Pure: turns findings into numbers, and numbers into grade and verdict. */
package dev.readygate.score;
