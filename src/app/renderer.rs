//! What paints the window: a graphics card, or the processor in its place.

/// What paints the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Renderer {
    /// A graphics card: a frame costs next to nothing.
    #[default]
    Card,
    /// The processor: an old laptop without a driver, a virtual machine, a remote desktop. Every pixel of a frame costs.
    Software,
}

/// Parts of the names that painters without a card give themselves: Mesa's, Chromium's (also behind ANGLE), Windows' own,
/// and Apple's.
const SOFTWARE: [&str; 8] = [
    "llvmpipe",
    "softpipe",
    "swrast",
    "swiftshader",
    "software rasterizer",
    "basic render driver",
    "gdi generic",
    "apple software renderer",
];

impl Renderer {
    /// By the name that OpenGL gives of what paints (`GL_RENDERER`).
    pub fn of_name(name: &str) -> Self {
        let name = name.to_lowercase();
        if SOFTWARE.iter().any(|part| name.contains(part)) { Self::Software } else { Self::Card }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn painters_without_a_card_are_known_by_name() {
        for name in [
            "llvmpipe (LLVM 15.0.6, 256 bits)",
            "softpipe",
            "Google SwiftShader",
            "ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero)), SwiftShader driver)",
            "ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)",
            "GDI Generic",
            "Apple Software Renderer",
        ] {
            assert_eq!(Renderer::of_name(name), Renderer::Software, "{name}");
        }
        for name in
            ["Mesa Intel(R) UHD Graphics 620 (KBL GT2)", "AMD Radeon 780M", "Apple M2", "NVIDIA GeForce GTX 1050/PCIe/SSE2", ""]
        {
            assert_eq!(Renderer::of_name(name), Renderer::Card, "{name}");
        }
    }
}
