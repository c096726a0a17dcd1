/** Output commit: packets leave once the backup holds the log up to them. */
package io.understudy.link.commit;
