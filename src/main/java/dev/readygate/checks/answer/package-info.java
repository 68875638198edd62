/** Pure: the addresses that checks ask, the answers, and the rules that judge an answer. */
package dev.readygate.checks.answer;
