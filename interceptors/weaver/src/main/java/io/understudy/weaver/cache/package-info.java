/** What the weaver made in an earlier start, kept in a file per agent and JDK build. */
package io.understudy.weaver.cache;
