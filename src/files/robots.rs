//! `robots.txt`: everything may be read, and where the sitemap is.

use crate::site::Site;

/// Appends the file.
pub(crate) fn write(site: &Site, out: &mut Vec<u8>) {
    out.extend_from_slice(b"User-agent: *\nAllow: /\n");
    if let Some(base) = &site.options.base_url {
        out.extend_from_slice(format!("\nSitemap: {base}/sitemap.xml\n").as_bytes());
    }
}
