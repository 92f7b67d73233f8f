// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/protocol/clientagent.h"

#include <algorithm>
#include <optional>

namespace sessionarium::protocol {

using namespace model;

namespace {

std::optional<Operation> operationOf(ActionKind verb)
{
    switch (verb) {
    case ActionKind::LogIn:
        return Operation::LogIn;
    case ActionKind::Read:
    case ActionKind::ReadAnonymous:
    case ActionKind::OpenTab:
    case ActionKind::SendUnknownId:
        return Operation::Read;
    case ActionKind::Write:
        return Operation::Write;
    case ActionKind::LogOut:
        return Operation::LogOut;
    case ActionKind::DeleteCookie:
    case ActionKind::Crash:
    case ActionKind::Restart:
    default:
        break;
    }
    return std::nullopt;
}

bool changesTheSession(Operation operation)
{
    return operation == Operation::LogIn || operation == Operation::Write || operation == Operation::LogOut;
}

} // namespace

ClientAgent::ClientAgent(EntityId entity, const ClientSpec &spec, StringId address, Gateway gateway,
                         const KnownStrings &strings)
    : m_entity(entity),
      m_on401(spec.on401),
      m_redirects(spec.redirects),
      m_timeout(spec.timeout),
      m_gateway(gateway),
      m_strings(strings),
      m_address(address)
{
}

void ClientAgent::handle(const Input &input, Context &context)
{
    if (const auto *acted = std::get_if<Acted>(&input)) {
        act(*acted, context);
    } else if (const auto *followUp = std::get_if<FollowUp>(&input)) {
        issue(Open {followUp->request, followUp->operation, {}, {}, m_session, true}, StringId(), context);
    } else if (const auto *arrived = std::get_if<Arrived>(&input)) {
        answered(*arrived->message, context);
    } else if (const auto *timer = std::get_if<TimerFired>(&input)) {
        if (timer->kind == TimerKind::ClientTimeout)
            fail(timer->request, FailReason::TimedOut, context);
    } else if (const auto *connected = std::get_if<Connected>(&input)) {
        if (const Open *open = find(connected->request))
            sendRequest(*open, connected->epoch, context);
    } else if (const auto *refused = std::get_if<ConnectionRefused>(&input)) {
        if (find(refused->request)) {
            ConnectFailed failed;
            failed.server = m_gateway.entity;
            failed.reason = refused->reason;
            failed.attempt = 1;
            context.out.emit(failed, refused->request);
        }
        fail(refused->request, FailReason::ConnectFailed, context);
    } else if (const auto *lost = std::get_if<ConnectionLost>(&input)) {
        if (find(lost->request))
            context.out.emit(ConnectionReset {m_gateway.entity}, lost->request);
        fail(lost->request, FailReason::ConnectionReset, context);
    }
}

bool ClientAgent::applies(const Acted &input) const
{
    switch (input.verb) {
    case ActionKind::DeleteCookie:
        return input.cookie == Cookie::Session ? m_session.isSome() : m_pin.isSome();
    case ActionKind::ChangeAddress:
        return input.address.isSome() && input.address != m_address;
    case ActionKind::CopyCookie:
        return (input.session.isSome() && input.session != m_session) || (input.pin.isSome() && input.pin != m_pin);
    default:
        return operationOf(input.verb).has_value();
    }
}

/// Without an id of its own the action is a generated user's: nobody is recorded as having taken it.
void ClientAgent::act(const Acted &input, Context &context)
{
    if (!applies(input)) {
        context.out.emit(NotApplicable {input.action, input.verb});
        return;
    }
    if (input.action.isSome())
        context.out.emit(ActionTaken {input.action, input.verb});
    switch (input.verb) {
    case ActionKind::DeleteCookie:
        deleteCookie(input.cookie, context);
        return;
    case ActionKind::ChangeAddress:
        m_address = input.address;
        context.out.emit(AddressChanged {m_address});
        return;
    case ActionKind::CopyCookie:
        copyCookies(input, context);
        return;
    case ActionKind::OpenTab:
        context.out.emit(TabOpened {++m_tabs});
        break;
    default:
        break;
    }
    StringId presented = m_session;
    if (input.verb == ActionKind::SendUnknownId)
        presented = input.unknownId;
    else if (input.verb == ActionKind::ReadAnonymous)
        presented = StringId();
    issue(Open {input.request, *operationOf(input.verb), {}, input.attribute, presented, false}, input.item, context);
}

void ClientAgent::deleteCookie(Cookie cookie, Context &context)
{
    StringId &kept = cookie == Cookie::Session ? m_session : m_pin;
    kept = StringId();
    context.out.emit(CookieDeleted {cookie == Cookie::Session ? m_strings.sessionCookie : m_strings.pinCookie});
}

void ClientAgent::copyCookies(const Acted &input, Context &context)
{
    if (input.session.isSome() && input.session != m_session) {
        m_session = input.session;
        context.out.emit(CookieStored {m_strings.sessionCookie, m_session});
    }
    if (input.pin.isSome() && input.pin != m_pin) {
        m_pin = input.pin;
        context.out.emit(CookieStored {m_strings.pinCookie, m_pin});
    }
}

void ClientAgent::issue(const Open &wanted, StringId item, Context &context)
{
    Open &open = m_open.emplace_back(wanted);
    if (changesTheSession(open.operation)) {
        open.write = WriteId {m_entity, ++m_writes};
        if (open.operation != Operation::Write)
            open.attribute = m_strings.user;
    } else {
        open.attribute = StringId();
    }
    context.out.emit(RequestIssued {open.operation, open.attribute, item, open.write, open.session}, open.request);
    if (m_gateway.isServer)
        context.out.add(Connect {m_gateway.entity, open.request, 0, {}});
    else
        sendRequest(open, 0, context);
    context.out.add(StartTimer {m_timeout, TimerKind::ClientTimeout, open.request, 0});
}

void ClientAgent::sendRequest(const Open &open, std::uint32_t epoch, Context &context)
{
    Message &message = context.out.send();
    message.kind = MessageKind::Request;
    message.from = m_entity;
    message.to = m_gateway.entity;
    message.client = m_entity;
    message.request = open.request;
    message.epoch = epoch;
    message.operation = open.operation;
    message.write = open.write;
    message.attribute = open.attribute;
    message.session = open.session;
    message.pin = m_pin;
    message.address = m_address;
}

void ClientAgent::answered(const Message &response, Context &context)
{
    const Open *found = find(response.request);
    if (!found) {
        context.out.emit(Dropped {MessageKind::Response, DropReason::TooLate}, response.request);
        return;
    }
    const Open open = *found;
    for (std::uint32_t i = 0; i < response.shown.count; ++i) {
        const AttributeValue &item = response.shown.items[i];
        if (item.attribute != m_strings.user && item.value.isSome())
            context.out.emit(AttributeShown {item.attribute, item.value}, open.request);
    }
    if (response.setSession.isSome()) {
        m_session = response.setSession;
        context.out.emit(CookieStored {m_strings.sessionCookie, m_session}, open.request);
    }
    if (response.setPin.isSome()) {
        m_pin = response.setPin;
        context.out.emit(CookieStored {m_strings.pinCookie, m_pin}, open.request);
    }
    const WriteId user = response.shown.get(m_strings.user);
    context.out.emit(Answered {response.status, user, response.setSession}, open.request);

    const bool success = response.status >= 200 && response.status < 300;
    if (success || response.status == 401 || response.status == 302)
        m_believesSignedIn = success && user.isSome() && open.operation != Operation::LogOut;
    close(open.request, context);

    if (open.isFollowUp)
        return; // one answer leads to one further request at most
    if (response.status == 302 && m_redirects == Redirects::LoginPage)
        context.out.add(AskAgain {Operation::LoginPage});
    else if (response.status == 401 && m_on401 == On401::LogInAgain)
        context.out.add(AskAgain {Operation::LogIn});
}

void ClientAgent::fail(RequestId request, FailReason reason, Context &context)
{
    if (!find(request))
        return; // answered meanwhile: timers race
    context.out.emit(Failed {reason}, request);
    close(request, context);
}

const ClientAgent::Open *ClientAgent::find(RequestId request) const
{
    const auto found =
        std::find_if(m_open.begin(), m_open.end(), [request](const Open &open) { return open.request == request; });
    return found == m_open.end() ? nullptr : &*found;
}

void ClientAgent::close(RequestId request, Context &context)
{
    std::erase_if(m_open, [request](const Open &open) { return open.request == request; });
    context.out.add(RequestDone {request});
}

std::vector<RequestId> ClientAgent::openRequests() const
{
    std::vector<RequestId> requests;
    for (const Open &open : m_open)
        requests.push_back(open.request);
    return requests;
}

} // namespace sessionarium::protocol
