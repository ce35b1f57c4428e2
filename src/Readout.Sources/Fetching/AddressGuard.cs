using System.Net;
using System.Net.Sockets;

namespace Readout.Sources.Fetching;

/// <summary>Tells addresses of the public internet from those that a page must not lead a program to.</summary>
internal static class AddressGuard
{
    /// <summary>IPv4 blocks that are not public (IANA special-purpose registry, RFC 6890): base, prefix length.</summary>
    private static readonly (uint Base, int Length)[] s_special =
    [
        (0x00000000, 8), (0x0A000000, 8), (0x64400000, 10), (0x7F000000, 8), (0xA9FE0000, 16), (0xAC100000, 12), (0xC0000000, 24),
        (0xC0000200, 24), (0xC0586300, 24), (0xC0A80000, 16), (0xC6120000, 15), (0xC6336400, 24), (0xCB007100, 24), (0xE0000000, 4), (0xF0000000, 4),
    ];

    /// <summary>
    /// Whether an address is public: not loopback, private, link-local, shared (CGNAT), multicast, reserved, nor an IPv6
    /// address that wraps an IPv4 one (mapped, compatible, NAT64, 6to4, Teredo).
    /// </summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork) return IsPublic(ToNumber(address.GetAddressBytes()));
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6) return false;
        if (address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6Multicast || address.IsIPv6UniqueLocal || address.IsIPv6Teredo) return false;
        byte[] bytes = address.GetAddressBytes();
        bool globalUnicast = (bytes[0] & 0xE0) == 0x20;
        bool documentation = bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8;
        bool wrapped = bytes[0] == 0x20 && bytes[1] == 0x02;
        return globalUnicast && !documentation && !wrapped;
    }

    private static bool IsPublic(uint address)
    {
        foreach ((uint start, int length) in s_special)
        {
            uint mask = uint.MaxValue << (32 - length);
            if ((address & mask) == start) return false;
        }

        return true;
    }

    private static uint ToNumber(byte[] bytes) => ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
}
