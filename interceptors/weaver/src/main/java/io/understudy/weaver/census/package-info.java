/** The natives of the running image, and the proof at start that each has a rule. */
package io.understudy.weaver.census;
