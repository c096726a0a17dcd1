/** Detection of a backup that no longer does what its primary did. */
package io.understudy.engine.diverge;
