using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using ReadinessPortal.Application.Boards;
using ReadinessPortal.Domain.Verdicts;
using ReadinessPortal.Web.Starting;

namespace ReadinessPortal.Web.Api;

/// <summary>
/// Answers as bytes. They say the same to everybody who may see the launch, so each is made once and kept as long as
/// what it was made of.
/// </summary>
internal sealed class KeptAnswers(IOptions<JsonOptions> json)
{
    // What is derived of a launch is one object until a fact, or the day, changes it; its answers go with it.
    private readonly ConditionalWeakTable<Readiness, ConcurrentDictionary<Type, KeptAnswer>> _kept = [];

    public IResult Of<T>(LaunchView view, Func<LaunchPicture, T> answer) => _kept.GetOrCreateValue(view.Readiness)
        .GetOrAdd(typeof(T), static (_, from) => Make(from.answer(LaunchPicture.Of(from.view)), from.json.Value),
            (view, answer, json));

    private static KeptAnswer Make<T>(T answer, JsonOptions options)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, options.SerializerOptions);
        return new KeptAnswer(bytes, new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));
    }

    /// <param name="Tag">Tells the bytes from others.</param>
    private sealed record KeptAnswer(byte[] Bytes, EntityTagHeaderValue Tag) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var response = httpContext.Response;
            KeptBytes.Mark(response, Tag);
            if (httpContext.Request.Headers.IfNoneMatch.Count > 0
                && KeptBytes.AreThere(httpContext.Request.GetTypedHeaders(), Tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return Task.CompletedTask;
            }

            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = Bytes.Length;
            return response.Body.WriteAsync(Bytes, httpContext.RequestAborted).AsTask();
        }
    }
}
